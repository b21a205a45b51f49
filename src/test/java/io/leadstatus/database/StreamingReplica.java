package io.leadstatus.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import io.leadstatus.demo.EmbeddedDatabase;

/** A PostgreSQL with an organization, and a replica that it streams its changes to; the service prefers the replica. */
public class StreamingReplica implements QuarkusTestResourceLifecycleManager {
    static final String ORGANIZATION = "orga_replicated";

    private Path directory;
    private EmbeddedPostgres primary;
    private EmbeddedPostgres replica;
    private String key;

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("leadstatus-replica");
            primary = EmbeddedDatabase.startForTests(
                    server -> server.setDataDirectory(dataOf("primary")).setCleanDataDirectory(false));
            onPrimary("select create_organization('replicated', '" + ORGANIZATION + "')");
            key = onPrimary("select create_api_key('" + ORGANIZATION + "', 'test')");
            // What a replica begins with is a copy of its primary.
            primary.close();
            copy(dataOf("primary"), dataOf("replica"));
            primary = start("primary");
            followPrimary();
            startReplica();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("there is no replica", e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://localhost:%d,localhost:%d/postgres?targetServerType=preferSecondary"
                        .formatted(primary.getPort(), replica.getPort()),
                "quarkus.datasource.username",
                "postgres",
                "quarkus.datasource.password",
                "postgres");
    }

    @Override
    public void inject(TestInjector tests) {
        tests.injectIntoFields(this, new TestInjector.MatchesType(StreamingReplica.class));
    }

    @Override
    public void stop() {
        try {
            replica.close();
            primary.close();
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String key() {
        return key;
    }

    /** @return the first column of the first row */
    String onPrimary(String sql) throws SQLException {
        return select(primary, sql);
    }

    /** @return the first column of the first row */
    String onReplica(String sql) throws SQLException {
        return select(replica, sql);
    }

    /** Changes the schema. */
    void define(String statement) throws SQLException {
        try (Connection connection = primary.getPostgresDatabase().getConnection();
                Statement definition = connection.createStatement()) {
            definition.execute(statement);
        }
    }

    /** Waits until the replica has stopped at the state that it has. */
    void pauseReplay() throws SQLException, InterruptedException {
        onReplica("select pg_wal_replay_pause()");
        while (!onReplica("select pg_get_wal_replay_pause_state()").equals("paused")) {
            Thread.sleep(10);
        }
    }

    /** Waits until the replica has all that the primary wrote. */
    void catchUp() throws SQLException, InterruptedException {
        String written = onPrimary("select pg_current_wal_insert_lsn()");
        while (onReplica("select pg_last_wal_replay_lsn() >= '" + written + "'").equals("f")) {
            Thread.sleep(10);
        }
    }

    void stopReplica() throws IOException {
        replica.close();
    }

    void startReplica() throws IOException {
        replica = start("replica");
    }

    private EmbeddedPostgres start(String name) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(dataOf(name))
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(1))
                // A statement that stands in the way of what comes from the primary is cancelled at once.
                .setServerConfig("max_standby_streaming_delay", "0")
                .start();
    }

    private Path dataOf(String name) {
        return directory.resolve(name);
    }

    private void followPrimary() throws IOException {
        Files.createFile(dataOf("replica").resolve("standby.signal"));
        Files.write(
                dataOf("replica").resolve("postgresql.auto.conf"),
                List.of("primary_conninfo = 'host=localhost port=" + primary.getPort() + " user=postgres'"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static String select(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}

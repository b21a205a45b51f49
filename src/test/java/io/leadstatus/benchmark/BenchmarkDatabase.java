package io.leadstatus.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;

/** Where benchmarks run: a PostgreSQL whose data stays in {@code target/benchmark}, or one that is given. */
final class BenchmarkDatabase implements AutoCloseable {
    private static final Path DIRECTORY = Path.of("target", "benchmark").toAbsolutePath();

    private final EmbeddedPostgres embedded;
    private final String url;

    private BenchmarkDatabase(EmbeddedPostgres embedded, String url) {
        this.embedded = embedded;
        this.url = url;
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    /**
     * For what is only read once it is there: what a crash would lose can be made again.
     *
     * @param givenUrl JDBC, with user and password; empty for the embedded database
     */
    static BenchmarkDatabase toRead(String givenUrl) {
        return givenUrl.isEmpty() ? embedded("postgresql", "off") : new BenchmarkDatabase(null, givenUrl);
    }

    /** For what is measured by writing: as durable as any, and apart from what is read. */
    static BenchmarkDatabase toWrite(String givenUrl) {
        return givenUrl.isEmpty() ? embedded("postgresql-durable", "on") : new BenchmarkDatabase(null, givenUrl);
    }

    private static BenchmarkDatabase embedded(String name, String durable) {
        Path data = DIRECTORY.resolve(name);
        try {
            requireUnused(data);
            // A quarter of a small server's memory.
            EmbeddedPostgres embedded = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("shared_buffers", "2GB")
                    .setServerConfig("maintenance_work_mem", "512MB")
                    .setServerConfig("max_wal_size", "8GB")
                    .setServerConfig("fsync", durable)
                    .setServerConfig("synchronous_commit", durable)
                    .setServerConfig("full_page_writes", durable)
                    .start();
            return new BenchmarkDatabase(embedded, embedded.getJdbcUrl("postgres", "postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
        }
    }

    /** A run that was killed leaves its PostgreSQL behind. */
    private static void requireUnused(Path data) throws IOException {
        Path running = data.resolve("postmaster.pid");
        if (Files.exists(running)) {
            long process = Long.parseLong(Files.readAllLines(running).get(0).strip());
            if (ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent()) {
                throw new IllegalStateException("process %d still uses %s: end it first".formatted(process, data));
            }
        }
    }

    String url() {
        return url;
    }

    /** As the service connects: see {@code application.properties} and {@code infra/migration/R__service_role.sql}. */
    Connection connect() throws SQLException {
        return connect("-c jit=off -c work_mem=32MB -c random_page_cost=1.1");
    }

    /** With memory to sort in. Its commits are on disk: until then, a vacuum does not see rows as there for everybody. */
    Connection connectToMaintain() throws SQLException {
        return connect("-c jit=off -c work_mem=1GB -c synchronous_commit=on");
    }

    /** Past triggers and foreign keys. */
    Connection connectToLoad() throws SQLException {
        return connect("-c session_replication_role=replica");
    }

    private Connection connect(String options) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("prepareThreshold", "0");
        properties.setProperty("options", options);
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
    }
}

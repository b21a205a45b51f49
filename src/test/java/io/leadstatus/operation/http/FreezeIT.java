package io.leadstatus.operation.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.Service;

/**
 * The packaged server as a process of its own is suspended as AWS freezes a function, PostgreSQL restarts meanwhile, and
 * the process goes on with connections that nobody holds at the other end any more.
 */
class FreezeIT {
    private static final Path PACKAGE = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration LONGEST_START = Duration.ofSeconds(120);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    Path directory;

    private int databasePort;
    private EmbeddedPostgres database;
    private String organization;
    private String key;
    private int port;
    private Process server;

    @BeforeEach
    void aServerThatHasAnswered() throws Exception {
        databasePort = freePort();
        database = startDatabase();
        Flyway.configure()
                .dataSource(database.getPostgresDatabase())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        organization = select("select create_organization('frozen')");
        key = select("select create_api_key('" + organization + "', 'test')");
        port = freePort();
        server = startServer();
        awaitReady();
        assertThat(report().statusCode()).isEqualTo(200);
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            signal("CONT");
            server.destroy();
            server.waitFor(10, TimeUnit.SECONDS);
            server.destroyForcibly();
        }
        database.close();
    }

    /** Longer and shorter than the pause after which a connection is validated before it is used. */
    @ParameterizedTest
    @ValueSource(ints = {8, 0})
    void aFreezeAcrossARestartOfTheDatabaseCostsAtMostOneCleanUnavailability(int frozenSeconds) throws Exception {
        signal("STOP");
        database.close();
        database = startDatabase();
        Thread.sleep(Duration.ofSeconds(frozenSeconds).toMillis());
        signal("CONT");

        HttpResponse<String> next = report();

        if (next.statusCode() == 503) {
            assertThat(next.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(next.body()).contains("\"error\"").doesNotContain("Exception", "jdbc", "localhost");
            assertThat(frozenSeconds).as("a validated connection is never lost").isZero();
            next = report();
        }
        assertThat(next.statusCode()).as(next.body()).isEqualTo(200);
        assertThat(next.body()).contains("Potential");
    }

    /** With the data that it had, if any. */
    private EmbeddedPostgres startDatabase() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(databasePort)
                .setDataDirectory(directory.resolve("postgresql"))
                .setCleanDataDirectory(false)
                .start();
    }

    private Process startServer() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", PACKAGE.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "frozen-server.log").toFile());
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", String.valueOf(freePort()));
        builder.environment().put("QUARKUS_DATASOURCE_JDBC_URL", database.getJdbcUrl("postgres", "postgres"));
        builder.environment().put("QUARKUS_DATASOURCE_USERNAME", "postgres");
        builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", "postgres");
        return builder.start();
    }

    private void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < deadline) {
            assertThat(server.isAlive()).isTrue();
            try {
                if (get("/q/health/ready").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYetListening) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("the server did not start within " + LONGEST_START);
    }

    private HttpResponse<String> report() throws IOException, InterruptedException {
        return get(Service.reportPath(organization));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", Service.basic(key))
                .timeout(Duration.ofSeconds(30))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder(List.of("kill", "-" + name, String.valueOf(server.pid())))
                .inheritIO()
                .start();
        assertThat(kill.waitFor()).isZero();
    }

    private String select(String sql) throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

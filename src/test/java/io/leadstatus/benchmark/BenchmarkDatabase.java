package io.leadstatus.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;

/** Where benchmarks run: a PostgreSQL whose data stays in {@code target/benchmark}, or one that is given. */
final class BenchmarkDatabase implements AutoCloseable {
    private static final Path DATA =
            Path.of("target", "benchmark", "postgresql").toAbsolutePath();

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

    /** @param givenUrl JDBC, with user and password; empty for the embedded database */
    static BenchmarkDatabase open(String givenUrl) {
        if (!givenUrl.isEmpty()) {
            return new BenchmarkDatabase(null, givenUrl);
        }
        try {
            // A quarter of a small server's memory; what a crash would lose can be made again.
            EmbeddedPostgres embedded = EmbeddedPostgres.builder()
                    .setDataDirectory(DATA)
                    .setCleanDataDirectory(false)
                    .setServerConfig("shared_buffers", "2GB")
                    .setServerConfig("maintenance_work_mem", "512MB")
                    .setServerConfig("max_wal_size", "8GB")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
            return new BenchmarkDatabase(embedded, embedded.getJdbcUrl("postgres", "postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
        }
    }

    String url() {
        return url;
    }

    /** As the service connects: see {@code application.properties} and {@code infra/migration/R__service_role.sql}. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("prepareThreshold", "0");
        properties.setProperty("options", "-c jit=off -c work_mem=32MB");
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
    }
}

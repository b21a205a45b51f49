package io.leadstatus.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A real PostgreSQL of the service's own, for development and tests. */
public final class EmbeddedDatabase {
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String USERNAME = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";
    private static final Path DEVELOPMENT_DATA = Path.of("target", "postgresql").toAbsolutePath();

    private EmbeddedDatabase() {}

    /** Whether there is an embedded PostgreSQL and nobody named another database. */
    public static boolean isWanted() {
        return System.getProperty(URL) == null && System.getenv("QUARKUS_DATASOURCE_JDBC_URL") == null && isPresent();
    }

    /**
     * Starts the database of development, whose data outlives the process, and has the service use it. It goes on
     * running while the service is reloaded.
     */
    public static void startForDevelopment() {
        connectionOf(start(EmbeddedPostgres.builder()
                        .setDataDirectory(DEVELOPMENT_DATA)
                        .setCleanDataDirectory(false)))
                .forEach(System::setProperty);
    }

    /** Starts an empty database that is gone when its owner closes it. */
    public static EmbeddedPostgres startForTests() {
        return start(EmbeddedPostgres.builder());
    }

    /** The configuration with which the service uses the database. */
    public static Map<String, String> connectionOf(EmbeddedPostgres database) {
        return Map.of(URL, database.getJdbcUrl("postgres", "postgres"), USERNAME, "postgres", PASSWORD, "postgres");
    }

    private static EmbeddedPostgres start(EmbeddedPostgres.Builder builder) {
        try {
            // What a crash would lose can be made again.
            return builder.setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_connections", "50")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
        }
    }

    private static boolean isPresent() {
        try {
            Class.forName("io.zonky.test.db.postgres.embedded.EmbeddedPostgres");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}

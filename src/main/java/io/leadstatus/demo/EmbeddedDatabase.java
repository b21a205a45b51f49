package io.leadstatus.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A real PostgreSQL of the service's own, for development and tests. */
public final class EmbeddedDatabase {
    static final String URL = "quarkus.datasource.jdbc.url";
    static final String USERNAME = "quarkus.datasource.username";
    static final String PASSWORD = "quarkus.datasource.password";

    /** On a machine that is busy with much else, after a crash. */
    private static final Duration LONGEST_START = Duration.ofMinutes(1);

    private EmbeddedDatabase() {}

    /** Starts a database with the schema and no data, gone when its owner closes it. */
    public static EmbeddedPostgres startForTests() {
        return startForTests(builder -> builder);
    }

    /** The same with settings of one's own. */
    public static EmbeddedPostgres startForTests(UnaryOperator<EmbeddedPostgres.Builder> settings) {
        EmbeddedPostgres database = start(settings.apply(EmbeddedPostgres.builder()));
        Schema.migrate(database.getPostgresDatabase());
        return database;
    }

    /** The configuration with which the service uses the database. */
    public static Map<String, String> connectionOf(EmbeddedPostgres database) {
        return Map.of(URL, database.getJdbcUrl("postgres", "postgres"), USERNAME, "postgres", PASSWORD, "postgres");
    }

    static EmbeddedPostgres start(EmbeddedPostgres.Builder builder) {
        try {
            // What a crash would lose can be made again.
            return builder.setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_connections", "50")
                    .setPGStartupWait(LONGEST_START)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
        }
    }
}

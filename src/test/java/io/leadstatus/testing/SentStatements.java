package io.leadstatus.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * Everything that the service sends to its database, by whatever way, as PostgreSQL writes it down: from when this is made
 * until it is closed.
 */
public final class SentStatements implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What the service calls itself to PostgreSQL, see application.properties. */
    private static final String SERVICE = "leadstatus";

    private static final int LONGEST_WAIT_MILLIS = 10_000;

    private final Connection connection;

    /** @param connection of a superuser, which is not the service's */
    public SentStatements(Connection connection) throws SQLException {
        this.connection = connection;
        execute("alter system set log_destination = 'jsonlog'");
        execute("alter system set log_statement = 'all'");
        execute("alter system set log_parameter_max_length = 0");
        execute("alter system set log_rotation_size = 0");
        execute("select pg_reload_conf()");
        for (int waited = 0; one("select pg_current_logfile('jsonlog')") == null; waited += 10) {
            if (waited > LONGEST_WAIT_MILLIS) {
                throw new AssertionError("PostgreSQL writes no log");
            }
            pause();
        }
    }

    /** What a server needs from its start so that its statements can be recorded. */
    static EmbeddedPostgres.Builder canBeRecorded(EmbeddedPostgres.Builder server) {
        return server.setServerConfig("logging_collector", "on");
    }

    /** The statements until now, each once, with {@code $1} and so on where the parameters were. */
    public Set<String> soFar() throws SQLException {
        Set<String> statements = new TreeSet<>();
        one("select pg_read_file(pg_current_logfile('jsonlog'))").lines().forEach(line -> {
            JsonNode entry = read(line);
            String message = entry.path("message").asText();
            if (entry.path("application_name").asText().equals(SERVICE) && message.startsWith("execute ")) {
                statements.add(message.substring(message.indexOf(": ") + 2));
            }
        });
        return statements;
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("alter system reset all");
        execute("select pg_reload_conf()");
    }
}

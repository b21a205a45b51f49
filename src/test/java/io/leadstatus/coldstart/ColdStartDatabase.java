package io.leadstatus.coldstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import io.leadstatus.demo.DemoData;
import io.leadstatus.demo.EmbeddedDatabase;

/**
 * A PostgreSQL with the demo organizations and a role that may only read what reports need, and only with its password.
 * Its log says when somebody was let in, and what was executed.
 */
final class ColdStartDatabase implements AutoCloseable {
    private static final String READER = "report_reader";
    private static final String PASSWORD = "a-password-to-be-checked";
    private static final DateTimeFormatter LOGGED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS 'UTC'").withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EmbeddedPostgres server;
    private final Path log;

    private ColdStartDatabase(EmbeddedPostgres server, Path log) {
        this.server = server;
        this.log = log;
    }

    /** @param directory for its data and its log; what was there is lost */
    static ColdStartDatabase start(Path directory) throws SQLException, IOException {
        Path data = directory.resolve("postgresql").toAbsolutePath();
        delete(data);
        EmbeddedPostgres server = EmbeddedDatabase.startForTests(builder -> builder.setDataDirectory(data)
                .setCleanDataDirectory(true)
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_destination", "jsonlog")
                .setServerConfig("log_directory", data.toString())
                .setServerConfig("log_filename", "statements.log")
                .setServerConfig("log_timezone", "UTC")
                .setServerConfig("log_connections", "on"));
        Path accessRules = data.resolve("pg_hba.conf");
        String rule = "host all " + READER + " all scram-sha-256\n";
        Files.writeString(accessRules, rule + Files.readString(accessRules));
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            DemoData.load(connection, System.out::println);
            execute(
                    connection,
                    "create role " + READER + " login password '" + PASSWORD + "'",
                    "grant select on all tables in schema public to " + READER,
                    "vacuum analyze",
                    "select pg_reload_conf()");
        }
        return new ColdStartDatabase(server, data.resolve("statements.json"));
    }

    /** A run that was killed left it. */
    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The environment of a function that uses it. */
    Map<String, String> ofFunction() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                url(),
                "QUARKUS_DATASOURCE_USERNAME",
                READER,
                "QUARKUS_DATASOURCE_PASSWORD",
                PASSWORD);
    }

    /** The environment of a client of libpq. */
    Map<String, String> ofLibpq() {
        return Map.of(
                "PGHOST",
                "localhost",
                "PGPORT",
                Integer.toString(server.getPort()),
                "PGDATABASE",
                "postgres",
                "PGUSER",
                READER,
                "PGPASSWORD",
                PASSWORD);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url() + "?prepareThreshold=0", READER, PASSWORD);
    }

    /** When the reader was first let in after a moment. */
    Instant connectedAfter(Instant moment) {
        JsonNode line = logged(message -> message.startsWith("connection authorized: user=" + READER), moment);
        return LOGGED.parse(line.path("timestamp").asText(), Instant::from);
    }

    /** The report's statement as the function sends it while this runs. */
    ReportStatement capture(Runnable report) throws SQLException {
        Instant before = Instant.now();
        logStatements("0");
        report.run();
        logStatements("-1");
        JsonNode line = logged(message -> message.contains("execute ") && message.contains("lead_move_ledger"), before);
        return ReportStatement.logged(
                line.path("message").asText(), line.path("detail").asText());
    }

    private void logStatements(String fromMilliseconds) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            execute(connection, "alter role " + READER + " set log_min_duration_statement = " + fromMilliseconds);
        }
    }

    /** The first such line since a moment, to the log's millisecond; the log may lag a little behind. */
    private JsonNode logged(Predicate<String> message, Instant since) {
        String from = LOGGED.format(since);
        for (int attempt = 0; attempt < 200; attempt++) {
            for (String line : logLines()) {
                JsonNode entry = line.endsWith("}") ? read(line) : JSON.nullNode();
                if (entry.path("timestamp").asText().compareTo(from) >= 0
                        && message.test(entry.path("message").asText())) {
                    return entry;
                }
            }
            pause();
        }
        throw new IllegalStateException("not in the log of PostgreSQL since " + since);
    }

    private List<String> logLines() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        for (String sql : statements) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    /** Empties the log, so that reading it stays cheap. */
    void forgetLog() {
        try {
            Files.write(log, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

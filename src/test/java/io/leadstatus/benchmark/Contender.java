package io.leadstatus.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A statement that is measured beside others. */
final class Contender {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double SLOW = 10_000;

    private final BoundStatement statement;
    private final List<String> settings;

    @JsonProperty
    private final List<Double> milliseconds = new ArrayList<>();

    /** Pages of 8 kB that it reads, in memory or not; whether they were is up to what ran before. */
    @JsonProperty
    private long buffers;

    private List<String> rows;

    Contender(BoundStatement statement) {
        this(statement, List.of());
    }

    /** @param settings that the planner gets besides, such as {@code enable_seqscan = off} */
    Contender(BoundStatement statement, List<String> settings) {
        this.statement = statement;
        this.settings = settings;
    }

    /** Answers for the first time, and reads what that touches. What is slow warms itself up: it is measured already. */
    List<String> warmUp(Connection connection) throws SQLException {
        double took = time(connection);
        JsonNode explained = explain(connection);
        JsonNode plan = explained.path("Plan");
        buffers = plan.path("Shared Hit Blocks").asLong()
                + plan.path("Shared Read Blocks").asLong();
        if (took > SLOW) {
            milliseconds.add(took);
            milliseconds.add(explained.path("Planning Time").asDouble()
                    + explained.path("Execution Time").asDouble());
        }
        return rows;
    }

    /** What it answered last. */
    List<String> rows() {
        return rows;
    }

    JsonNode plan(Connection connection) throws SQLException {
        return explain(connection).path("Plan");
    }

    /**
     * Once more, unless it has taken so long already that this is not worth the wait: its budget in three measurements, or
     * twice that in two.
     */
    void measure(Connection connection, double budgetMilliseconds) throws SQLException {
        double spent = milliseconds.stream().mapToDouble(Double::doubleValue).sum();
        int measured = milliseconds.size();
        boolean isEnough =
                measured >= 3 && spent >= budgetMilliseconds || measured == 2 && spent >= 2 * budgetMilliseconds;
        if (!isEnough) {
            milliseconds.add(time(connection));
        }
    }

    private double time(Connection connection) throws SQLException {
        return withSettings(connection, () -> {
            long started = System.nanoTime();
            rows = statement.rows(connection);
            return (System.nanoTime() - started) / 1e6;
        });
    }

    /** As it was executed, with the times of the nodes left out, for to take them costs time. */
    private JsonNode explain(Connection connection) throws SQLException {
        BoundStatement explain = new BoundStatement(
                "explain (analyze, buffers, timing off, format json) " + statement.sql(), statement.parameters());
        String explained = withSettings(connection, () -> explain.value(connection));
        try {
            return JSON.readTree(explained).path(0);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL writes JSON", e);
        }
    }

    int rounds() {
        return milliseconds.size();
    }

    long buffers() {
        return buffers;
    }

    /** In milliseconds. */
    double median() {
        return Median.of(milliseconds);
    }

    private interface Asked<T> {
        T ask() throws SQLException;
    }

    private <T> T withSettings(Connection connection, Asked<T> asked) throws SQLException {
        for (String setting : settings) {
            BoundStatement.of("set " + setting).run(connection);
        }
        try {
            return asked.ask();
        } finally {
            if (!settings.isEmpty()) {
                BoundStatement.of("reset all").run(connection);
            }
        }
    }
}

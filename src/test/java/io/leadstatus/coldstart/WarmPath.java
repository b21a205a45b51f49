package io.leadstatus.coldstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Milliseconds of events that a running function answers, and of the bare statement, in turn: what the function adds.
 *
 * @param events from handing over the event to the whole answer
 * @param handlers the same by the function's own clock (Server-Timing), without the way to it and back
 * @param handlersSql what it waited for the database, the statement of the credential included
 * @param statements the report's statement alone, from sending it to the last of its rows
 */
record WarmPath(List<Double> events, List<Double> handlers, List<Double> handlersSql, List<Double> statements) {
    private static final int NOT_COUNTED = 200;
    private static final int COUNTED = 300;
    private static final Pattern TIMES = Pattern.compile("database;dur=([0-9.]+), ?total;dur=([0-9.]+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    static WarmPath measure(Variant.Function function, ReportStatement report, ColdStartDatabase database)
            throws SQLException {
        WarmPath warm = new WarmPath(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (FunctionProcess process = function.process(database);
                Connection connection = database.connect();
                PreparedStatement statement = report.prepare(connection)) {
            process.firstAnswer();
            for (int round = -NOT_COUNTED; round < COUNTED; round++) {
                Instant started = Instant.now();
                RuntimeApi.Answer answer = process.answer(function.event());
                long sent = System.nanoTime();
                ReportStatement.rows(statement);
                long read = System.nanoTime();
                if (round >= 0) {
                    warm.add(Duration.between(started, answer.at()), times(answer), read - sent);
                }
            }
        }
        return warm;
    }

    private void add(Duration event, Matcher times, long statementNanos) {
        events.add(event.toNanos() / 1e6);
        handlers.add(Double.valueOf(times.group(2)));
        handlersSql.add(Double.valueOf(times.group(1)));
        statements.add(statementNanos / 1e6);
    }

    private static Matcher times(RuntimeApi.Answer answer) {
        try {
            Matcher times = TIMES.matcher(
                    JSON.readTree(answer.json()).at("/headers/Server-Timing").asText());
            if (!times.matches()) {
                throw new IllegalStateException("an answer without its times: " + answer.json());
            }
            return times;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

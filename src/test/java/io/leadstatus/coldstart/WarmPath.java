package io.leadstatus.coldstart;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Milliseconds of events that a running function answers, and of the bare statement, in turn: what the function adds.
 *
 * @param events from handing over the event to the whole answer
 * @param statements from sending the statement to the last of its rows
 */
record WarmPath(List<Double> events, List<Double> statements) {
    private static final int NOT_COUNTED = 200;
    private static final int COUNTED = 300;

    static WarmPath measure(Variant.Function function, ReportStatement report, ColdStartDatabase database)
            throws SQLException {
        List<Double> events = new ArrayList<>();
        List<Double> statements = new ArrayList<>();
        try (FunctionProcess process = function.process(database);
                Connection connection = database.connect();
                PreparedStatement statement = report.prepare(connection)) {
            process.firstAnswer();
            for (int round = -NOT_COUNTED; round < COUNTED; round++) {
                long started = System.nanoTime();
                process.answer(function.event());
                long answered = System.nanoTime();
                ReportStatement.rows(statement);
                long read = System.nanoTime();
                if (round >= 0) {
                    events.add((answered - started) / 1e6);
                    statements.add((read - answered) / 1e6);
                }
            }
        }
        return new WarmPath(events, statements);
    }
}

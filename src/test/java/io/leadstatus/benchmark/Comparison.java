package io.leadstatus.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** The same question twice, as the service asks it and as written by hand, and how long each took. */
final class Comparison {
    private final String question;
    private final BoundStatement ours;
    private final BoundStatement byHand;
    private List<String> answer;
    private final List<Double> ourMillis = new ArrayList<>();
    private final List<Double> handMillis = new ArrayList<>();

    Comparison(String question, BoundStatement ours, BoundStatement byHand) {
        this.question = question;
        this.ours = ours;
        this.byHand = byHand;
    }

    /**
     * Asks everything once to warm up and so many times to measure, each time ours and by hand in turn.
     *
     * @throws IllegalStateException if two statements that ask the same do not answer the same
     */
    static void measure(Collection<Comparison> comparisons, int rounds, Connection connection) throws SQLException {
        int asked = 0;
        for (Comparison comparison : comparisons) {
            comparison.requireSameAnswer(connection);
            System.out.printf("same answer: %d of %d%n", ++asked, comparisons.size());
        }
        for (int round = 1; round <= rounds; round++) {
            long started = System.nanoTime();
            for (Comparison comparison : comparisons) {
                comparison.ourMillis.add(millis(comparison.ours, connection));
                comparison.handMillis.add(millis(comparison.byHand, connection));
            }
            System.out.printf("round %d of %d: %.1f s%n", round, rounds, (System.nanoTime() - started) / 1e9);
        }
    }

    String question() {
        return question;
    }

    List<Double> ourMillis() {
        return Collections.unmodifiableList(ourMillis);
    }

    List<Double> handMillis() {
        return Collections.unmodifiableList(handMillis);
    }

    /** The rows that both find. */
    List<String> answer() {
        return answer;
    }

    /** Columns of a table: the medians of ours and by hand in milliseconds, and their ratio. */
    String medians() {
        double ourMedian = median(ourMillis);
        double handMedian = median(handMillis);
        return "%,.1f ms | %,.1f ms | %.2f".formatted(ourMedian, handMedian, ourMedian / handMedian);
    }

    private void requireSameAnswer(Connection connection) throws SQLException {
        List<String> ourRows = ours.rows(connection);
        List<String> handRows = byHand.rows(connection);
        answer = ourRows;
        if (!ourRows.equals(handRows)) {
            throw new IllegalStateException("%s: %d rows %s, by hand %d rows %s"
                    .formatted(question, ourRows.size(), start(ourRows), handRows.size(), start(handRows)));
        }
    }

    private static String start(List<String> rows) {
        String text = rows.toString();
        return text.substring(0, Math.min(200, text.length()));
    }

    private static double millis(BoundStatement statement, Connection connection) throws SQLException {
        long started = System.nanoTime();
        statement.rows(connection);
        return (System.nanoTime() - started) / 1e6;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}

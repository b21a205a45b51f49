package io.leadstatus.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The same question several times, as the service asks it and as written by hand, and how long each took. */
final class Comparison {
    private static final String OURS = "ours";

    private final String question;
    private final UnaryOperator<String> essence;
    private final Map<String, BoundStatement> statements = new LinkedHashMap<>();
    private final Map<String, List<Double>> milliseconds = new LinkedHashMap<>();
    private List<String> answer;

    /** @param essence of a row, in which all statements agree */
    Comparison(String question, UnaryOperator<String> essence, BoundStatement ours) {
        this.question = question;
        this.essence = essence;
        with(OURS, ours);
    }

    /** Adds a way to write it by hand. */
    Comparison with(String name, BoundStatement byHand) {
        statements.put(name, byHand);
        milliseconds.put(name, new ArrayList<>());
        return this;
    }

    /**
     * Asks everything once to warm up and so many times to measure, each time all statements in turn.
     *
     * @throws IllegalStateException if two statements that ask the same do not answer the same
     */
    static void measure(Collection<Comparison> comparisons, int rounds, Connection connection) throws SQLException {
        int asked = 0;
        for (Comparison comparison : comparisons) {
            comparison.requireSameAnswers(connection);
            System.out.printf("same answers: %d of %d%n", ++asked, comparisons.size());
        }
        for (int round = 1; round <= rounds; round++) {
            long started = System.nanoTime();
            for (Comparison comparison : comparisons) {
                comparison.measure(connection);
            }
            System.out.printf("round %d of %d: %.1f s%n", round, rounds, (System.nanoTime() - started) / 1e9);
        }
    }

    String question() {
        return question;
    }

    /** The rows, in essence. */
    List<String> answer() {
        return answer;
    }

    /** Each measurement, by statement. */
    Map<String, List<Double>> milliseconds() {
        return milliseconds;
    }

    /** Columns of a table: the medians of ours and of the fastest by hand in milliseconds, and their ratio. */
    String medians() {
        double ours = median(milliseconds.get(OURS));
        double byHand = milliseconds.keySet().stream()
                .filter(name -> !name.equals(OURS))
                .map(name -> median(milliseconds.get(name)))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return "%,.1f | %,.1f | %.2f".formatted(ours, byHand, ours / byHand);
    }

    private void requireSameAnswers(Connection connection) throws SQLException {
        for (String name : statements.keySet()) {
            List<String> rows =
                    statements.get(name).rows(connection).stream().map(essence).toList();
            if (answer != null && !rows.equals(answer)) {
                throw new IllegalStateException("%s: ours %d rows %s, %s %d rows %s"
                        .formatted(question, answer.size(), start(answer), name, rows.size(), start(rows)));
            }
            answer = rows;
        }
    }

    private void measure(Connection connection) throws SQLException {
        for (String name : statements.keySet()) {
            long started = System.nanoTime();
            statements.get(name).rows(connection);
            milliseconds.get(name).add((System.nanoTime() - started) / 1e6);
        }
    }

    private static String start(List<String> rows) {
        String text = rows.toString();
        return text.substring(0, Math.min(200, text.length()));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}

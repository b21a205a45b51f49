package io.leadstatus.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The same question several times, as the service asks it and as written by hand, and how long each took. */
final class Comparison {
    static final String OURS = "ours";

    private final String question;
    private final UnaryOperator<String> essence;
    private final Map<String, Contender> contenders = new LinkedHashMap<>();
    private final List<String> byHand = new ArrayList<>();

    /** @param essence of a row, in which all statements agree */
    Comparison(String question, UnaryOperator<String> essence, BoundStatement ours) {
        this.question = question;
        this.essence = essence;
        contenders.put(OURS, new Contender(ours));
    }

    /** Adds a way to write it by hand. */
    Comparison with(String name, BoundStatement statement) {
        byHand.add(name);
        return beside(name, new Contender(statement));
    }

    /** Adds a yardstick, which asks something else. */
    Comparison beside(String name, Contender yardstick) {
        contenders.put(name, yardstick);
        return this;
    }

    /**
     * Asks everything twice to warm up and to read what it touches, and so many times to measure, each time all
     * statements in turn. A statement that has taken its budget is left out of further rounds, but is measured three
     * times at the least, or twice if that takes twice the budget.
     *
     * @throws IllegalStateException if two statements that ask the same do not answer the same
     */
    static void measure(Collection<Comparison> comparisons, int rounds, int budgetSeconds, Connection connection)
            throws SQLException {
        int asked = 0;
        for (Comparison comparison : comparisons) {
            comparison.warmUp(connection);
            System.out.printf("same answers: %d of %d, %s%n", ++asked, comparisons.size(), comparison.question);
        }
        for (int round = 1; round <= rounds; round++) {
            long started = System.nanoTime();
            for (Comparison comparison : comparisons) {
                for (Contender contender : comparison.contenders.values()) {
                    contender.measure(connection, budgetSeconds * 1_000.0);
                }
            }
            System.out.printf("round %d of %d: %.1f s%n", round, rounds, (System.nanoTime() - started) / 1e9);
        }
    }

    String question() {
        return question;
    }

    /** The rows, in essence. */
    List<String> answer() {
        return essence(contender(OURS).rows());
    }

    /** What was measured, by statement. */
    Map<String, Contender> contenders() {
        return contenders;
    }

    Contender contender(String name) {
        return contenders.get(name);
    }

    /** The median of the fastest by hand in milliseconds. */
    double byHand() {
        return byHand.stream()
                .mapToDouble(name -> contender(name).median())
                .min()
                .orElseThrow();
    }

    /** Columns of a table: the medians of ours and of the fastest by hand in milliseconds, and their ratio. */
    String medians() {
        double ours = contender(OURS).median();
        return "%,.1f | %,.1f | %.2f".formatted(ours, byHand(), ours / byHand());
    }

    private void warmUp(Connection connection) throws SQLException {
        for (Map.Entry<String, Contender> each : contenders.entrySet()) {
            List<String> rows = each.getValue().warmUp(connection);
            if (byHand.contains(each.getKey()) && !essence(rows).equals(answer())) {
                throw new IllegalStateException("%s: ours %d rows %s, %s %d rows %s"
                        .formatted(
                                question, answer().size(), start(answer()), each.getKey(), rows.size(), start(rows)));
            }
        }
    }

    private List<String> essence(List<String> rows) {
        return rows.stream().map(essence).toList();
    }

    private static String start(List<String> rows) {
        String text = rows.toString();
        return text.substring(0, Math.min(200, text.length()));
    }
}

package io.leadstatus.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;

class SearchRoundTripTest {
    private static final int TEXTS = 10_000;

    private final long seed = new Random().nextLong();
    private final RandomExpressions expressions = new RandomExpressions(new Random(seed));

    @Test
    void whatIsPrintedIsReadAsTheSameExpression() {
        for (int number = 0; number < TEXTS; number++) {
            Expression expression = expressions.next(number % 5);
            String text = ExpressionPrinter.print(expression);
            assertThat(read(text))
                    .as("seed %d, number %d: %s", seed, number, text)
                    .isEqualTo(expression);
        }
    }

    /** Nothing is quoted that need not be, and nothing left bare that has to be quoted. */
    @Test
    void whatMayBeBareIsWhatIsReadBare() {
        for (int number = 0; number < TEXTS; number++) {
            String text = expressions.text();
            assertThat(isValue(text))
                    .as("seed %d, number %d: %s", seed, number, text)
                    .isEqualTo(isReadAsValue(text));
        }
    }

    private static Object read(String text) {
        try {
            return SearchParser.parse(text).expression();
        } catch (SearchException e) {
            return e;
        }
    }

    private static boolean isValue(String text) {
        try {
            Value.word(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isReadAsValue(String text) {
        return read("a:" + text) instanceof Expression.Clause clause
                && !clause.value().isQuoted()
                && clause.value().text().equals(text.replaceAll("\\p{IsWhite_Space}+", " "))
                && !text.matches("(?s).*\\p{IsWhite_Space}|\\p{IsWhite_Space}.*");
    }
}

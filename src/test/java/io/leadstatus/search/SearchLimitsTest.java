package io.leadstatus.search;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class SearchLimitsTest {
    @Test
    void aTextMayHave65536Characters() {
        accepts("name:" + "x".repeat(65_531));
        refuses("name:" + "x".repeat(65_532), 65_536, "more text", "expected at most 65536 characters");
        refuses("(".repeat(1_000_000), 65_536, "more text", "expected at most 65536 characters");
    }

    @Test
    void conditionsMayBeNestedFiftyTimes() {
        String tooDeep = "expected at most 50 parentheses and \"not\" within each other";
        accepts("(".repeat(50) + "a" + ")".repeat(50));
        accepts("not ".repeat(50) + "a");
        accepts("contact(".repeat(50) + "a" + ")".repeat(50));
        accepts(("not (".repeat(25) + "a" + ")".repeat(25) + " ").repeat(100));
        accepts(("not ".repeat(50) + "a or ").repeat(10) + "a");
        refuses("(".repeat(51) + "a" + ")".repeat(51), 50, "\"(\"", tooDeep);
        refuses("not ".repeat(51) + "a", 200, "\"not\"", tooDeep);
        refuses("not (".repeat(25) + "not a" + ")".repeat(25), 125, "\"not\"", tooDeep);
        refuses("(".repeat(60_000), 50, "\"(\"", tooDeep);
    }

    @Test
    void aSearchMayHoldTwoThousandConditionsAndListedValues() {
        String tooMany = "expected at most 2000 conditions and listed values";
        accepts("a ".repeat(2_000));
        accepts("created <= 3 days ago ".repeat(2_000));
        accepts("contact(a:1) ".repeat(1_000));
        accepts("a in (" + "b, ".repeat(1_999) + "c)");
        refuses("a ".repeat(2_001), 4_000, "\"a\"", tooMany);
        refuses("a in (" + "b, ".repeat(2_000) + "c)", 6_006, "\"c\"", tooMany);
        refuses("(a b)" + " * c:d".repeat(1_000), 5 + 6 * 999 + 1, "\"*\"", tooMany);
    }

    @Test
    void aListMayHoldAThousandIds() {
        accepts(IntStream.range(0, 1_000)
                .mapToObj(number -> "\"lead_%043d\"".formatted(number))
                .collect(Collectors.joining(", ", "id in (", ") or name:x")));
    }

    @Test
    void whatWasFoundIsCutShortInMessages() {
        assertThatExceptionOfType(SearchException.class)
                .isThrownBy(() -> SearchParser.parse("a:b\"" + "😀".repeat(60) + '"'))
                .withMessage("position 3: found \"" + "😀".repeat(39) + "…, expected a blank before it or the end");
    }

    private static void accepts(String text) {
        assertThatCode(() -> SearchParser.parse(text)).doesNotThrowAnyException();
    }

    private static void refuses(String text, int position, String found, String message) {
        assertThatExceptionOfType(SearchException.class)
                .isThrownBy(() -> SearchParser.parse(text))
                .withMessage("position " + position + ": found " + found + ", " + message);
    }
}

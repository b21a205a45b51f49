package io.leadstatus.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, it gives an expression that can be written down again, or the one exception. */
class SearchOfHostileTextTest {
    private static final List<String> TOKENS = List.of(
            "and",
            "or",
            "not",
            "in",
            "(",
            ")",
            ",",
            ":",
            "=",
            "<",
            "<=",
            ">",
            ">=",
            "*",
            "\"",
            "\"a\"",
            "\"a\\\"",
            "a",
            "b:c",
            "d in (e)",
            "lead_status(",
            "3 days ago",
            "/",
            "!",
            "\\",
            "\u0001",
            "\u0000",
            "\ud800",
            "\udc00",
            "😀",
            " ",
            "\u00a0",
            "\n");

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void randomBytes() {
        for (int number = 0; number < 5_000; number++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            read(new String(bytes, StandardCharsets.UTF_8));
            read(new String(bytes, StandardCharsets.UTF_16));
            read(new String(bytes, StandardCharsets.US_ASCII));
        }
    }

    @Test
    void randomCharactersWithUnpairedSurrogates() {
        for (int number = 0; number < 5_000; number++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(12), 0, 0x10000).forEach(unit -> text.append((char) unit));
            read(text.toString());
        }
    }

    @Test
    void randomTokenSoup() {
        for (int number = 0; number < 30_000; number++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(15), 0, TOKENS.size())
                    .mapToObj(TOKENS::get)
                    .forEach(text::append);
            read(text.toString());
        }
    }

    /** Such as take a parser long that looks far ahead, or goes deep. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "a(",
                "()",
                "not ",
                "NOT(",
                "(a) ",
                "a ",
                "a",
                "\"",
                "\"\" ",
                "\\",
                "\"\\\"",
                "/",
                "*",
                "* ",
                ",",
                ":",
                "a:",
                "a:b ",
                "a:b,",
                "a:3 days ago ",
                "a:3 days ",
                "a in (",
                "a in (b) ",
                "in ",
                "a or ",
                "((a or b) c) ",
                "not a or ",
                "(not a) ",
                "\u00a0",
                "\n",
                "\u0001",
                "😀",
                "a( ",
                "in (a, ",
                "!= ",
                "a!=",
                "<=",
                "a:b:c=d<e "
            })
    void theSameAgainAndAgain(String piece) {
        read(piece.repeat(SearchParser.MAXIMUM_LENGTH / piece.length()));
        read("a in (" + piece.repeat(60_000 / piece.length()) + ")");
        read("a:" + piece.repeat(60_000 / piece.length()));
        read(piece.repeat(1_000_000));
    }

    @Test
    void halfOfASurrogatePairIsRefusedWhereItStands() {
        for (String text : List.of("😀a\ud83d", "😀a:\ude00b", "😀 \"\ud83d\"")) {
            assertThat(catchException(text))
                    .hasMessageMatching(
                            "position [23]: found the character U\\+D(83D|E00), expected a character of Unicode other than NUL");
        }
    }

    private static SearchException catchException(String text) {
        try {
            return fail("read as " + SearchParser.parse(text));
        } catch (SearchException e) {
            return e;
        }
    }

    private void read(String text) {
        try {
            Expression expression = SearchParser.parse(text).expression();
            assertThat(SearchParser.parse(ExpressionPrinter.print(expression)).expression())
                    .isEqualTo(expression);
        } catch (SearchException refused) {
            assertThat(refused.position()).isBetween(0, text.codePointCount(0, text.length()));
        } catch (RuntimeException | StackOverflowError e) {
            fail("seed " + seed + ": " + text.substring(0, Math.min(200, text.length())), e);
        }
    }
}

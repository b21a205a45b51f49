package io.leadstatus.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;

/** What is known of words without cutting them is what the grammar says. */
class SearchTokensTest {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz_";

    @Test
    void everyShortWordIsOneIfTheGrammarCutsItAsOne() {
        List<String> words = Stream.iterate(List.of(""), SearchTokensTest::longer)
                .skip(1)
                .limit(3)
                .flatMap(List::stream)
                .toList();

        assertThat(words).hasSize(27 + 27 * 27 + 27 * 27 * 27);
        assertThat(words.stream().filter(SearchTokens::isWord).toList())
                .isEqualTo(
                        words.stream().filter(SearchTokensTest::isCutAsOneWord).toList());
    }

    private static List<String> longer(List<String> words) {
        return words.stream()
                .flatMap(word -> IntStream.range(0, PLAIN.length()).mapToObj(letter -> word + PLAIN.charAt(letter)))
                .toList();
    }

    private static boolean isCutAsOneWord(String text) {
        CommonTokenStream tokens = SearchTokens.streamOf(text);
        tokens.fill();
        Token first = tokens.get(0);
        return tokens.size() == 2
                && first.getType() == SearchGrammarLexer.WORD
                && first.getText().equals(text);
    }
}

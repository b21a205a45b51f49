package io.leadstatus.search;

import java.util.List;
import java.util.Set;

import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/**
 * A text cut into the tokens of the grammar, and by that the answer to what may be written without quotes: what the
 * lexer would read as one word or one value. The grammar is the only place that knows.
 */
final class SearchTokens {
    /**
     * The words that the grammar keeps for itself; a test holds them against it. What consists of letters and is none of
     * them need not be cut: a report has dozens of keywords, and the lexer starts anew with each.
     */
    private static final Set<String> RESERVED = Set.of("and", "or", "not", "in");

    private SearchTokens() {}

    /** The tokens of a text without unstorable characters, cut as they are asked for. */
    static CommonTokenStream streamOf(String text) {
        SearchGrammarLexer lexer = new SearchGrammarLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        return new CommonTokenStream(lexer);
    }

    /** Whether the text, standing by itself, is read as one word: a free text or a sub-query's name. */
    static boolean isWord(String text) {
        return isPlain(text) || isOne(SearchGrammarLexer.WORD, text);
    }

    /** Whether the text can be a keyword without quotes. */
    static boolean isKeyword(String text) {
        return isWord(text) || isOne(SearchGrammarLexer.IN, text);
    }

    /** Whether the text, standing behind an operator, is read as one value. */
    static boolean isValue(String text) {
        List<Token> tokens = allOf(":" + text);
        return tokens.size() == 3
                && isValue(tokens.get(1).getType())
                && tokens.get(1).getText().equals(text);
    }

    /**
     * Index of the first character that neither UTF-8 nor a database's text can hold, NUL or half of a surrogate pair;
     * -1 if there is none.
     */
    static int indexOfUnstorable(String text) {
        int codePoint;
        for (int index = 0; index < text.length(); index += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(index);
            if (codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE) {
                return index;
            }
        }
        return -1;
    }

    static String requireStorable(String text) {
        if (indexOfUnstorable(text) >= 0) {
            throw new IllegalArgumentException("holds NUL or half of a surrogate pair");
        }
        return text;
    }

    private static boolean isValue(int type) {
        return type == SearchGrammarLexer.VALUE
                || type == SearchGrammarLexer.RELATIVE_DATE
                || type == SearchGrammarLexer.STAR;
    }

    private static List<Token> allOf(String text) {
        CommonTokenStream tokens = streamOf(text);
        tokens.fill();
        return tokens.getTokens();
    }

    private static boolean isOne(int type, String text) {
        List<Token> tokens = allOf(text);
        return tokens.size() == 2
                && tokens.get(0).getType() == type
                && tokens.get(0).getText().equals(text);
    }

    private static boolean isPlain(String text) {
        return !text.isEmpty()
                && !RESERVED.contains(text)
                && text.chars().allMatch(character -> character >= 'a' && character <= 'z' || character == '_');
    }
}

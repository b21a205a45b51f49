package io.leadstatus.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.antlr.v4.runtime.Token;

/**
 * What would have fitted where the parser met a token that does not, in the words of the language. The tokens before it
 * decide that alone.
 */
final class Expectation {
    private static final int LONGEST_FOUND = 40;

    private static final String CONDITION = "expected a condition such as status:\"Qualified\"";
    private static final String VALUE = "expected a value such as \"Qualified\"";

    private final List<Token> tokens;

    Expectation(List<Token> tokens) {
        this.tokens = tokens;
    }

    SearchException violatedBy(Token token) {
        return new SearchException(token.getStartIndex(), describe(token), expected(token) + hint(token));
    }

    private String expected(Token token) {
        if (token.getType() == SearchGrammarLexer.UNCLOSED) {
            return "expected another one that closes it";
        }
        List<Token> before = tokens.subList(0, token.getTokenIndex());
        Token opening = innermostOpening(before);
        boolean inList = opening != null && isOpeningOfList(opening);
        int previous =
                before.isEmpty() ? Token.EOF : before.get(before.size() - 1).getType();
        return switch (previous) {
            case Token.EOF, SearchGrammarLexer.AND, SearchGrammarLexer.OR, SearchGrammarLexer.NOT -> CONDITION;
            case SearchGrammarLexer.OPEN -> inList ? VALUE : CONDITION;
            case SearchGrammarLexer.OPERATOR, SearchGrammarLexer.COMMA -> VALUE;
            case SearchGrammarLexer.IN -> afterIn(before);
            default -> inList ? "expected \",\" or \")\"" : afterCondition(before, opening);
        };
    }

    private static String afterIn(List<Token> before) {
        return before.size() > 1 && canBeKeyword(before, before.size() - 2)
                ? "expected a list such as (\"Qualified\", \"Customer\")"
                : "expected \":\", or a keyword right before \"in\" as in status in (\"Qualified\", \"Customer\")";
    }

    private static String afterCondition(List<Token> before, Token opening) {
        String operator = canBeKeyword(before, before.size() - 1) ? "an operator such as \":\", " : "";
        String end = opening == null ? "the end" : "the \")\" to the \"(\" at " + opening.getStartIndex();
        return "expected " + operator + "\"and\", \"or\", another condition or " + end;
    }

    private static String hint(Token token) {
        if (isReservedWord(token)) {
            return "; the word itself is written in quotes";
        }
        return token.getType() == SearchGrammarLexer.COMMA ? "; a text with a comma is written in quotes" : "";
    }

    /** The innermost parenthesis that is still open; null outside of all. */
    private static Token innermostOpening(List<Token> before) {
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : before) {
            if (token.getType() == SearchGrammarLexer.OPEN) {
                open.push(token);
            } else if (token.getType() == SearchGrammarLexer.CLOSE) {
                open.pop();
            }
        }
        return open.peek();
    }

    private boolean isOpeningOfList(Token opening) {
        return opening.getTokenIndex() > 0
                && tokens.get(opening.getTokenIndex() - 1).getType() == SearchGrammarLexer.IN;
    }

    private static boolean canBeKeyword(List<Token> before, int index) {
        int type = before.get(index).getType();
        boolean isValue = index > 0 && before.get(index - 1).getType() == SearchGrammarLexer.OPERATOR;
        return type == SearchGrammarLexer.WORD
                || type == SearchGrammarLexer.IN
                || type == SearchGrammarLexer.STRING && !isValue;
    }

    static boolean isReservedWord(Token token) {
        return token.getType() == SearchGrammarLexer.AND
                || token.getType() == SearchGrammarLexer.OR
                || token.getType() == SearchGrammarLexer.NOT
                || token.getType() == SearchGrammarLexer.IN;
    }

    /** The token as messages show it: as it was written and in quotes, a long one its beginning only. */
    static String describe(Token token) {
        return switch (token.getType()) {
            case Token.EOF -> "the end";
            case SearchGrammarLexer.UNCLOSED -> "a quote";
            case SearchGrammarLexer.STRAY -> describe(token.getText().codePointAt(0));
            case SearchGrammarLexer.STRING -> shorten(token.getText());
            default -> '"' + shorten(token.getText()) + '"';
        };
    }

    /** A character that cannot be shown. */
    static String describe(int codePoint) {
        return "the character U+%04X".formatted(codePoint);
    }

    private static String shorten(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_FOUND
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_FOUND)) + "…";
    }
}

package io.leadstatus.search;

import java.util.ArrayDeque;
import java.util.Deque;

import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/**
 * What a look at the tokens decides before the parser runs: that the parser, and all who walk over the tree later, need
 * no deep stack, and that there is a blank where there has to be one.
 */
final class StructureCheck {
    static final int MAXIMUM_DEPTH = 50;

    /** For every parenthesis that is open, how deep it is nested in {@code not}s that stand right before it. */
    private final Deque<Integer> open = new ArrayDeque<>();

    private int depth;
    private int negations;

    /**
     * Looks at the tokens up to the end while they are being cut, and goes back to their beginning.
     *
     * @throws SearchException at the first token that must not be where it is
     */
    void check(CommonTokenStream tokens) {
        Token previous = null;
        for (; tokens.LA(1) != Token.EOF; tokens.consume()) {
            Token token = tokens.LT(1);
            if (previous != null && previous.getStopIndex() + 1 == token.getStartIndex()) {
                requireBlankBetween(previous, token);
            }
            count(token);
            previous = token;
        }
        tokens.seek(0);
    }

    private void count(Token token) {
        if (token.getType() == SearchGrammarLexer.NOT) {
            negations++;
            depth++;
        } else if (token.getType() == SearchGrammarLexer.OPEN) {
            open.push(negations);
            negations = 0;
            depth++;
        } else if (token.getType() == SearchGrammarLexer.CLOSE && !open.isEmpty()) {
            depth -= negations + 1;
            negations = 0;
            depth -= open.pop();
        } else if (token.getType() != SearchGrammarLexer.SUB_QUERY) {
            depth -= negations;
            negations = 0;
        }
        if (depth > MAXIMUM_DEPTH) {
            throw new SearchException(
                    token.getStartIndex(),
                    Expectation.describe(token),
                    "expected at most " + MAXIMUM_DEPTH + " parentheses and \"not\" within each other");
        }
    }

    private static void requireBlankBetween(Token previous, Token token) {
        if (isText(previous) && isText(token)) {
            throw new SearchException(
                    token.getStartIndex(), Expectation.describe(token), "expected a blank before it or the end");
        }
        if (token.getText().equals("=")
                && previous.getType() == SearchGrammarLexer.WORD
                && previous.getText().endsWith("!")) {
            throw new SearchException(
                    previous.getStopIndex(),
                    "\"!=\"",
                    "expected \":\"; the opposite of a condition is written with \"not\" before it");
        }
    }

    private static boolean isText(Token token) {
        return switch (token.getType()) {
            case SearchGrammarLexer.STRING,
                    SearchGrammarLexer.UNCLOSED,
                    SearchGrammarLexer.SLASHES,
                    SearchGrammarLexer.RELATIVE_DATE,
                    SearchGrammarLexer.VALUE,
                    SearchGrammarLexer.WORD,
                    SearchGrammarLexer.SUB_QUERY,
                    SearchGrammarLexer.STAR -> true;
            default -> Expectation.isReservedWord(token);
        };
    }
}

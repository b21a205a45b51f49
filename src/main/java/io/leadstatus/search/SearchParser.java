package io.leadstatus.search;

import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Reads the search language, whose syntax is written down in {@code SearchGrammar.g4}. */
public final class SearchParser {
    /** In UTF-16 units. A list of a thousand lead ids fits. */
    static final int MAXIMUM_LENGTH = 64 * 1024;

    private SearchParser() {}

    /**
     * Reads a search. Any text gives a search or the exception, in time and memory that are in proportion to the text.
     *
     * @throws SearchException if the text is not of the language or exceeds what one search may hold
     */
    public static ParsedSearch parse(String text) {
        requireReadable(text);
        CommonTokenStream tokens = SearchTokens.streamOf(text);
        new StructureCheck().check(tokens);
        SearchGrammarParser parser = new SearchGrammarParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        try {
            return new ExpressionBuilder().build(parser.search());
        } catch (ParseCancellationException e) {
            RecognitionException cause = (RecognitionException) e.getCause();
            throw new Expectation(tokens.getTokens()).violatedBy(cause.getOffendingToken());
        }
    }

    private static void requireReadable(String text) {
        if (text.length() > MAXIMUM_LENGTH) {
            throw new SearchException(
                    text.codePointCount(0, MAXIMUM_LENGTH),
                    "more text",
                    "expected at most " + MAXIMUM_LENGTH + " characters");
        }
        int unstorable = SearchTokens.indexOfUnstorable(text);
        if (unstorable >= 0) {
            throw new SearchException(
                    text.codePointCount(0, unstorable),
                    Expectation.describe(text.codePointAt(unstorable)),
                    "expected a character of Unicode other than NUL");
        }
    }
}

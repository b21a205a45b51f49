package io.leadstatus.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * One text of the search language and what becomes of it, in one line. Carets around a part of the text mark what the
 * error is about, a single one the end: {@code search("status:^)^").fails("expected a value")}.
 */
final class SearchFixture {
    private static final char CARET = '^';

    private final String text;
    private final int position;
    private final String marked;

    private SearchFixture(String text, int position, String marked) {
        this.text = text;
        this.position = position;
        this.marked = marked;
    }

    static SearchFixture search(String marked) {
        int first = marked.indexOf(CARET);
        if (first < 0) {
            return new SearchFixture(marked, -1, null);
        }
        String before = marked.substring(0, first);
        int last = marked.lastIndexOf(CARET);
        String found = last == first ? "" : marked.substring(first + 1, last);
        String behind = marked.substring(last + 1);
        return new SearchFixture(before + found + behind, before.codePointCount(0, before.length()), found);
    }

    /** The text is the way in which its expression is written. */
    void ok() {
        ok(text);
    }

    /** The text means the same as the canonical one, which is the way in which that is written. */
    void ok(String canonical) {
        Expression expression = SearchParser.parse(text).expression();
        String printed = ExpressionPrinter.print(expression);
        assertThat(printed).as(text).isEqualTo(canonical);
        assertThat(SearchParser.parse(printed).expression()).as(printed).isEqualTo(expression);
    }

    void is(Expression expression) {
        assertThat(SearchParser.parse(text).expression()).as(text).isEqualTo(expression);
    }

    /** The text is refused, where the carets are and with nothing but this message. */
    void fails(String message) {
        SearchException exception = catchThrowableOfType(SearchException.class, () -> SearchParser.parse(text));
        assertThat(exception).as("nothing is wrong with " + text).isNotNull();
        assertThat(exception)
                .as(text)
                .hasMessage("position " + position + ": found " + found() + ", " + message)
                .hasFieldOrPropertyWithValue("position", position)
                .hasFieldOrPropertyWithValue("found", found());
    }

    private String found() {
        if (marked.isEmpty()) {
            return "the end";
        }
        if (marked.equals("\"")) {
            return "a quote";
        }
        if (marked.codePointCount(0, marked.length()) == 1 && !isVisible(marked.codePointAt(0))) {
            return "the character U+%04X".formatted(marked.codePointAt(0));
        }
        return marked.startsWith("\"") ? marked : '"' + marked + '"';
    }

    private static boolean isVisible(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }
}

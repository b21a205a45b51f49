package io.leadstatus.search;

/**
 * Text: a bare word is the start of one of its words, a quoted text a phrase.
 *
 * @param isAmongWords whether {@code lead.search_words} holds the words of the values, so that its index narrows the
 *     leads down
 */
record TextType(JsonValues values, boolean isAmongWords) implements FieldType {

    @Override
    public SqlPredicate hasValue() {
        return values.any();
    }

    @Override
    public SqlPredicate matches(Comparison comparison, SearchContext context) {
        SearchText text = SearchText.of(comparison.value());
        return text.isEmpty()
                ? SqlPredicate.NEVER
                : narrowed(text, isAmongWords, values.anyWhere("search_text(found.value) like ?", text.pattern()));
    }

    static SqlPredicate narrowed(SearchText text, boolean isAmongWords, SqlPredicate exact) {
        return isAmongWords ? hasWords(text.wordQuery()).and(exact) : exact;
    }

    static SqlPredicate hasWords(String wordQuery) {
        return SqlPredicate.of("lead.search_words @@ cast(? as tsquery)", wordQuery);
    }
}

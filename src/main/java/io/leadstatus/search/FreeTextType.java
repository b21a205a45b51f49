package io.leadstatus.search;

/** All of a lead's text: a word that starts so, or a phrase, in any one of its texts. */
record FreeTextType() implements FieldType {

    @Override
    public SqlPredicate hasValue() {
        return SqlPredicate.ALWAYS;
    }

    @Override
    public SqlPredicate matches(Comparison comparison, SearchContext context) {
        SearchText text = SearchText.of(comparison.value());
        if (text.isEmpty()) {
            return SqlPredicate.NEVER;
        }
        SqlPredicate hasWords = TextType.hasWords(text.wordQuery());
        return text.isOneWord()
                ? hasWords
                : hasWords.and(SqlPredicate.of(
                        "exists (select from lead_texts(lead.document) as found (value) "
                                + "where search_text(found.value) like ?)",
                        text.pattern()));
    }
}

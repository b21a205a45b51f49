package io.leadstatus.search;

/** One of a few terms, named by its label or slug: {@code on_hold} for "On Hold". Close to how statuses are named. */
record TermType(JsonValues values) implements FieldType {

    @Override
    public SqlPredicate hasValue() {
        return values.any();
    }

    @Override
    public SqlPredicate matches(Comparison comparison, SearchContext context) {
        SearchText text = SearchText.of(comparison.value());
        return text.isEmpty() ? SqlPredicate.NEVER : values.anyWhere("search_text(found.value) = ?", text.whole());
    }
}

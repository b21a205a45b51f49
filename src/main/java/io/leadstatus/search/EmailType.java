package io.leadstatus.search;

/**
 * An email address. What holds an {@code @} is the address, quoted, or the start of it, bare; so "ann@example.com" is not
 * found in "mary-ann@example.com". Anything else is searched for like text.
 */
record EmailType(JsonValues values, boolean isAmongWords) implements FieldType {

    @Override
    public SqlPredicate hasValue() {
        return values.any();
    }

    @Override
    public SqlPredicate matches(Comparison comparison, SearchContext context) {
        SearchText text = SearchText.of(comparison.value());
        if (text.isEmpty() || comparison.text().indexOf('@') < 0) {
            return new TextType(values, isAmongWords).matches(comparison, context);
        }
        String address = SearchText.fold(comparison.text().strip());
        String condition = comparison.value().isQuoted()
                ? "search_fold(found.value #>> '{}') = ?"
                : "starts_with(search_fold(found.value #>> '{}'), ?)";
        return TextType.narrowed(text, isAmongWords, values.anyWhere(condition, address));
    }
}

package io.leadstatus.search;

import java.util.Locale;
import java.util.Optional;

/** Yes or no. */
record BooleanType(JsonValues values) implements FieldType {

    static Optional<Boolean> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> Optional.of(true);
            case "no", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    @Override
    public SqlPredicate hasValue() {
        return values.any();
    }

    @Override
    public SqlPredicate matches(Comparison comparison, SearchContext context) {
        return matches(parse(comparison.text()).orElseThrow(() -> comparison.expected("yes or no")));
    }

    SqlPredicate matches(boolean wanted) {
        return values.anyWhere("found.value = '" + wanted + "'");
    }
}

package io.leadstatus.search;

/**
 * A phone number, by its first digits however they are set. North American numbers are found without their country
 * code too, so that {@code phone:415} finds "+1 (415) 555-0100"; a plus in the query asks for the code.
 */
record PhoneType(JsonValues values) implements FieldType {
    private static final String DIGITS = "regexp_replace(found.value #>> '{}', '[^0-9]+', '', 'g')";

    @Override
    public SqlPredicate hasValue() {
        return values.any();
    }

    @Override
    public SqlPredicate matches(Comparison comparison, SearchContext context) {
        String digits = comparison.text().replaceAll("[^0-9]+", "");
        if (digits.isEmpty()) {
            return SqlPredicate.NEVER;
        }
        if (comparison.text().indexOf('+') >= 0) {
            return values.anyWhere("starts_with(" + DIGITS + ", ?)", digits);
        }
        return values.anyWhere(
                "(starts_with(" + DIGITS + ", ?) or starts_with(found.value #>> '{}', '+1') and starts_with(substr("
                        + DIGITS + ", 2), ?))",
                digits,
                digits);
    }
}

package io.leadstatus.search;

/** Dates and moments. A date without a time is a day of the zone that the query speaks of. */
record DateType(JsonValues values) implements FieldType {

    /** Of a column, which always has a value. */
    record OfColumn(String column) implements FieldType {

        @Override
        public boolean isOrdered() {
            return true;
        }

        @Override
        public SqlPredicate hasValue() {
            return SqlPredicate.ALWAYS;
        }

        @Override
        public SqlPredicate matches(Comparison comparison, SearchContext context) {
            return isNever(comparison)
                    ? SqlPredicate.NEVER
                    : parse(comparison, context).compare(column, comparison.operator());
        }
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public SqlPredicate hasValue() {
        return values.any();
    }

    @Override
    public SqlPredicate matches(Comparison comparison, SearchContext context) {
        return isNever(comparison) ? hasValue().not() : matches(comparison.operator(), parse(comparison, context));
    }

    SqlPredicate matches(Operator operator, DateRange range) {
        return values.anyMomentWhere(range.offset(), range.compare("found.moment", operator));
    }

    static DateRange parse(Comparison comparison, SearchContext context) {
        return DateRange.parse(comparison.text(), context).orElseThrow(() -> comparison.expected(DateRange.EXPECTED));
    }

    private static boolean isNever(Comparison comparison) {
        boolean isNever = comparison.text().strip().equalsIgnoreCase("never");
        if (isNever && !comparison.isEquality()) {
            throw comparison.refused("Nothing is before or after never. Use " + comparison.keyword() + ":never.");
        }
        return isNever;
    }
}

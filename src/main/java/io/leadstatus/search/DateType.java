package io.leadstatus.search;

import java.util.stream.Stream;

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
        SqlPredicate condition = range.compare("found.moment", operator);
        JsonValues moments = new JsonValues(
                "(select search_moment(found.value, cast(? as integer)) as moment from " + values.rows() + ") as found",
                Stream.concat(
                                Stream.of((Object) String.valueOf(range.offset().getTotalSeconds())),
                                values.parameters().stream())
                        .toList());
        return moments.anyWhere(condition);
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

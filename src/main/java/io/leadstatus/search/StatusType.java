package io.leadstatus.search;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A lead status, by label or slug or by id. A text that names several statuses means any of them; one that names none
 * is no error and finds nothing.
 *
 * @param column SQL of the status number; never null
 */
record StatusType(String column, boolean isById) implements FieldType {

    /** Of the event that created the lead. */
    record AtCreation(StatusType status) implements FieldType {

        @Override
        public SqlPredicate hasValue() {
            return SqlPredicate.ALWAYS;
        }

        @Override
        public SqlPredicate matches(Comparison comparison, SearchContext context) {
            return StatusHistory.hasEvent(
                    SqlPredicate.of("event.from_status is null").and(status.matches(comparison, context)), context);
        }
    }

    static StatusType byLabel(String column) {
        return new StatusType(column, false);
    }

    static StatusType byId(String column) {
        return new StatusType(column, true);
    }

    @Override
    public SqlPredicate hasValue() {
        return SqlPredicate.ALWAYS;
    }

    @Override
    public SqlPredicate matches(Comparison comparison, SearchContext context) {
        return matchesAny(List.of(comparison), context);
    }

    @Override
    public SqlPredicate compareAny(List<Comparison> comparisons, SearchContext context) {
        boolean isOfNames = comparisons.stream()
                .allMatch(
                        comparison -> comparison.isEquality() && !comparison.asksForAny() && !comparison.asksForNone());
        return isOfNames ? matchesAny(comparisons, context) : FieldType.super.compareAny(comparisons, context);
    }

    /** One condition, which one range of an index serves. */
    private SqlPredicate matchesAny(List<Comparison> comparisons, SearchContext context) {
        String numbers = context.statuses().stream()
                .filter(status -> comparisons.stream().anyMatch(comparison -> isNamed(status, comparison.text())))
                .map(status -> String.valueOf(status.number()))
                .collect(Collectors.joining(",", "{", "}"));
        return numbers.equals("{}")
                ? SqlPredicate.NEVER
                : SqlPredicate.of(column + " = any (cast(? as smallint[]))", numbers);
    }

    private boolean isNamed(SearchStatus status, String text) {
        return isById ? status.id().equals(text) : StatusLabels.isNamed(status.label(), text);
    }
}

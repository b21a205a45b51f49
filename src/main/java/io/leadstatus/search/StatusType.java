package io.leadstatus.search;

import java.util.stream.Collectors;

/**
 * A lead status, by label or slug or by id. A text that names several statuses means any of them; one that names none
 * is no error and finds nothing.
 *
 * @param column SQL of the status number; never null
 * @param before what the condition on the column stands in, such as a sub-select
 */
record StatusType(String column, boolean isById, String before, String after) implements FieldType {

    static StatusType byLabel(String column) {
        return new StatusType(column, false, "", "");
    }

    static StatusType byId(String column) {
        return new StatusType(column, true, "", "");
    }

    /** The status of the event that fulfils a condition, begun by {@code exists}. */
    StatusType ofEvent(String exists) {
        return new StatusType(column, isById, exists + " and ", ")");
    }

    @Override
    public SqlPredicate hasValue() {
        return SqlPredicate.ALWAYS;
    }

    @Override
    public SqlPredicate matches(Comparison comparison, SearchContext context) {
        String numbers = context.statuses().stream()
                .filter(status -> isById
                        ? status.id().equals(comparison.text())
                        : StatusLabels.isNamed(status.label(), comparison.text()))
                .map(status -> String.valueOf(status.number()))
                .collect(Collectors.joining(",", "{", "}"));
        return numbers.equals("{}")
                ? SqlPredicate.NEVER
                : SqlPredicate.of(column + " = any (cast(? as smallint[]))", numbers)
                        .within(before, after);
    }
}

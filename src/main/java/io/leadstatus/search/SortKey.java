package io.leadstatus.search;

import java.util.List;

/**
 * What to order leads by.
 *
 * @param sql an expression over {@code lead} with a {@code ?} for every parameter
 * @param parameters strings, in the order of the question marks
 * @param isNullable whether a lead may have no value there; those come last either way
 */
public record SortKey(String sql, List<Object> parameters, boolean isNullable, boolean isDescending) {
    public SortKey {
        parameters = List.copyOf(parameters);
    }

    SortKey descending() {
        return new SortKey(sql, parameters, isNullable, true);
    }

    /** The expression with a named parameter for each {@code ?}: {@code :sort0}, {@code :sort1} and so on. */
    public String withNamedParameters(String name) {
        return SqlPredicate.named(sql, name);
    }

    /**
     * As it stands in {@code order by}.
     *
     * @param column the name under which the expression was selected
     */
    public String orderBy(String column) {
        // Without nulls nothing is said of them: indexes are read backwards only for a plain desc.
        return column + (isDescending ? " desc" : "") + (isNullable ? " nulls last" : "");
    }
}

package io.leadstatus.search;

/**
 * What to order leads by.
 *
 * @param sql an expression over {@code lead} without parameters; may be null, which comes last
 */
public record SortKey(String sql, boolean isDescending) {

    /** As it stands in {@code order by}. */
    public String orderBy() {
        return sql + (isDescending ? " desc nulls last" : " asc nulls last");
    }
}

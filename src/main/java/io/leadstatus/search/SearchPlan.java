package io.leadstatus.search;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a search asks of the database.
 *
 * @param filter over the table {@code lead} by that name. It does not name the organization:
 *     {@code where lead.organization_id = ? and (filter)}
 * @param sort in the order of importance; empty where the query does not say
 * @param slice the part of the found leads that is wanted
 */
public record SearchPlan(SqlPredicate filter, List<SortKey> sort, Slice slice) {
    /** All leads, in no order of their own. */
    public static final SearchPlan EVERYTHING = new SearchPlan(SqlPredicate.ALWAYS, List.of(), Slice.WHOLE);

    public SearchPlan {
        requireNonNull(filter, "filter");
        sort = List.copyOf(sort);
        requireNonNull(slice, "slice");
    }

    /** Which leads are wanted: those that the filter finds, of the slice. */
    public SqlPredicate condition() {
        return filter.and(slice.predicate());
    }
}

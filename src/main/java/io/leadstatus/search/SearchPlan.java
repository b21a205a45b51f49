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
    public SearchPlan {
        requireNonNull(filter, "filter");
        sort = List.copyOf(sort);
        requireNonNull(slice, "slice");
    }
}

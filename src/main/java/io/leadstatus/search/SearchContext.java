package io.leadstatus.search;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the meaning of a search depends on besides its text.
 *
 * @param organization its number in the tables. The caller's statement names it too; here it lets the sub-selects on the
 *     history use its indexes wherever they stand
 * @param zone where days begin and end that are told from {@code now}, such as {@code today}; asked for only where a
 *     query has such a day
 * @param statuses all of the organization's in its order, deleted ones too
 */
public record SearchContext(
        int organization,
        Supplier<ZoneId> zone,
        Instant now,
        List<SearchStatus> statuses,
        SmartViewResolver smartViews) {
    public SearchContext {
        requireNonNull(zone, "zone");
        requireNonNull(now, "now");
        statuses = List.copyOf(statuses);
        requireNonNull(smartViews, "smartViews");
    }
}

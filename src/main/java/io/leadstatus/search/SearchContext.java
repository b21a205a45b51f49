package io.leadstatus.search;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What the meaning of a search depends on besides its text.
 *
 * @param zone where days begin and end that are told from {@code now}, such as {@code today}
 * @param statuses all of the organization's, deleted ones too
 */
public record SearchContext(ZoneId zone, Instant now, List<SearchStatus> statuses, SmartViewResolver smartViews) {
    public SearchContext {
        requireNonNull(zone, "zone");
        requireNonNull(now, "now");
        statuses = List.copyOf(statuses);
        requireNonNull(smartViews, "smartViews");
    }
}

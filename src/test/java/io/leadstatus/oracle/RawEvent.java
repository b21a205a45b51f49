package io.leadstatus.oracle;

import java.time.Instant;
import java.util.Comparator;

/**
 * What a source recorded.
 *
 * @param arrival the order of arrival, for events at the same instant
 * @param from id of the origin; null for the creation
 * @param to id of the target
 */
record RawEvent(Instant at, int arrival, String from, String to) {
    static final Comparator<RawEvent> IN_ORDER =
            Comparator.comparing(RawEvent::at).thenComparing(RawEvent::arrival);
}

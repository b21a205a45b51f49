package io.leadstatus.report;

import java.time.Instant;

import io.leadstatus.report.HistoryRange.Source;

/**
 * What a report looks at: everything from start to end, both included, each a whole second.
 *
 * @param start null for an overall report, which starts before any lead
 * @param end null for an overall report up to now that names no end in its queries
 */
record Period(Instant start, Instant end) {
    /** The first and the last second of the report's clock; nothing happens outside of it. */
    static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    Period {
        if (start != null && (end == null || start.isAfter(end))) {
            throw new IllegalArgumentException("a period that starts also ends, and not before: " + start + ", " + end);
        }
    }

    boolean isOverall() {
        return start == null;
    }

    /** Events from here on are in the period. */
    Instant from() {
        return isOverall() ? Moments.BEGINNING : start;
    }

    /** Events before this moment are in the period or before it. */
    Instant before() {
        return secondAfter(end);
    }

    /** Events before this moment decide the status that a lead starts with; an overall report starts with nothing. */
    Instant snapshotBefore() {
        return isOverall() ? Moments.BEGINNING : secondAfter(start);
    }

    /** The first day (UTC) of which all is in the period, if there is any. */
    Instant wholeDaysSince() {
        return Moments.dayNotBefore(from());
    }

    /** The first day after it of which not all is in the period. */
    Instant wholeDaysBefore() {
        return Moments.startOf(Source.DAY, before());
    }

    /** A bound covers its whole second. */
    private static Instant secondAfter(Instant second) {
        return second == null || !second.isBefore(LATEST) ? Moments.NEVER : second.plusSeconds(1);
    }
}

package io.leadstatus.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

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

    private static final String NEVER = "infinity";

    Period {
        if (start != null && (end == null || start.isAfter(end))) {
            throw new IllegalArgumentException("a period that starts also ends, and not before: " + start + ", " + end);
        }
    }

    boolean isOverall() {
        return start == null;
    }

    // The bounds as PostgreSQL reads them.

    /** Events from here on are in the period. */
    String from() {
        return start == null ? "-infinity" : start.toString();
    }

    /** Events before this moment are in the period or before it. */
    String before() {
        return secondAfter(end);
    }

    /**
     * Events before this moment decide the status that a lead starts with. An overall report starts with nothing, and
     * this is the moment that it ends with.
     */
    String snapshotBefore() {
        return secondAfter(isOverall() ? end : start);
    }

    /** The beginning of the day (UTC) of the snapshot, up to which daily changes are summed. */
    String snapshotDay() {
        String snapshot = snapshotBefore();
        return snapshot.equals(NEVER)
                ? NEVER
                : Instant.parse(snapshot).truncatedTo(ChronoUnit.DAYS).toString();
    }

    /** A bound covers its whole second. */
    private static String secondAfter(Instant second) {
        return second == null || !second.isBefore(LATEST)
                ? NEVER
                : second.plusSeconds(1).toString();
    }
}

package io.leadstatus.report;

import java.time.Instant;

/**
 * A stretch of an organization's history that a figure is added up from.
 *
 * @param figure what it is added to
 * @param source where it is read
 * @param since its first moment
 * @param before the first moment after it
 * @param sign 1 to add, -1 to take away
 */
record HistoryRange(Figure figure, Source source, Instant since, Instant before, int sign) {

    enum Figure {
        /** Leads in each status when the period starts. */
        SNAPSHOT,
        /** By how many more they are when it ends. */
        CHANGE,
        /** Leads that moved from a status to another in the period. */
        MOVE,
        /** Tells the history up to the end of the period from others. */
        MARK
    }

    /** A unit of the ledgers; or what is in the journal, not yet posted to them; or single events. */
    enum Source {
        YEAR,
        MONTH,
        DAY,
        HOUR,
        JOURNAL,
        EVENT
    }

    HistoryRange {
        if (sign != 1 && sign != -1) {
            throw new IllegalArgumentException("sign: 1 or -1, not " + sign);
        }
    }
}

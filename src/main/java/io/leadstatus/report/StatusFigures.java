package io.leadstatus.report;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the database counted for a report, all at one moment. What is absent from a map is zero.
 *
 * @param statuses in the order of the report: live ones as the organization orders them, then deleted ones
 * @param started leads in a status when the period starts
 * @param change by how many more they are when it ends
 * @param entered leads with an event into the status in the period
 * @param left leads with an event out of the status in the period
 * @param transitions leads with such an event in the period
 * @param summary leads with one status when the period starts, or none, and another when it ends
 * @param mark stands for the history that all of this was counted from, see {@link ReportVersions}; null if filtered
 */
record StatusFigures(
        List<ReportedStatus> statuses,
        Map<ReportedStatus, Long> started,
        Map<ReportedStatus, Long> change,
        Map<ReportedStatus, Long> entered,
        Map<ReportedStatus, Long> left,
        Map<Move, Long> transitions,
        Map<Move, Long> summary,
        String mark) {

    /**
     * A move of leads from a status to another.
     *
     * @param from null for leads that were created
     */
    record Move(ReportedStatus from, ReportedStatus to) {}

    long started(ReportedStatus status) {
        return started.getOrDefault(status, 0L);
    }

    /** Leads that are in the status at the end. */
    long ended(ReportedStatus status) {
        return started(status) + change.getOrDefault(status, 0L);
    }

    long entered(ReportedStatus status) {
        return entered.getOrDefault(status, 0L);
    }

    long left(ReportedStatus status) {
        return left.getOrDefault(status, 0L);
    }

    /** Leads that are in the status at the end and were not at the start. */
    long gained(ReportedStatus status) {
        return sumOfSummary(move -> status.equals(move.to()));
    }

    /** Leads that were in the status at the start and are not at the end. */
    long lost(ReportedStatus status) {
        return sumOfSummary(move -> status.equals(move.from()));
    }

    private long sumOfSummary(Predicate<Move> counted) {
        return summary.entrySet().stream()
                .filter(entry -> counted.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}

package io.leadstatus.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the database counted for a report, all at one moment. What is absent from a map is zero.
 *
 * @param statuses in the order of the report: live ones as the organization orders them, then deleted ones
 * @param snapshot leads in a status when the period starts; of an overall report, when it ends
 * @param entered leads with an event into the status in the period
 * @param left leads with an event out of the status in the period
 * @param transitions leads with such an event in the period
 * @param summary leads with one status when the period starts and another when it ends; empty if overall
 * @param mark stands for the history that all of this was counted from, see {@link ReportVersions}
 */
record StatusFigures(
        List<ReportedStatus> statuses,
        Map<ReportedStatus, Long> snapshot,
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

    long snapshot(ReportedStatus status) {
        return snapshot.getOrDefault(status, 0L);
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

    /** Leads that are in the status at the end. */
    long ended(ReportedStatus status) {
        return snapshot(status) + gained(status) - lost(status);
    }

    /** Every lead in its status of the snapshot, as if it had been created in it. */
    Map<Move, Long> creations() {
        Map<Move, Long> creations = new LinkedHashMap<>();
        statuses.stream()
                .filter(status -> snapshot(status) > 0)
                .forEach(status -> creations.put(new Move(null, status), snapshot(status)));
        return creations;
    }

    private long sumOfSummary(Predicate<Move> counted) {
        return summary.entrySet().stream()
                .filter(entry -> counted.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}

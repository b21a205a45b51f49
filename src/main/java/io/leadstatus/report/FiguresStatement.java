package io.leadstatus.report;

import java.time.Instant;
import java.util.Map;

/**
 * The statement that counts a report: one, so that all numbers are of one moment, and one round trip. Leads are counted
 * by {@link FiguresOfAllLeads} or {@link FiguresOfSomeLeads}; what they are to tell is here.
 */
final class FiguresStatement {
    /**
     * The bounds of the period as moments, in one row. A text is cast to a moment again for every row that it is compared
     * with, which takes longer than all the rest of a report.
     */
    static final String BOUND = """
            bound as materialized (
                select cast(:since as timestamptz) as since, cast(:before as timestamptz) as before,
                       cast(:snapshotBefore as timestamptz) as snapshot_before
            )""";

    /**
     * Of {@code status_change (figure, status_number, change)}, by how much the number of leads in a status changed until
     * the start and until the end; {@code move (from_status, to_status, transitions, entries, exits)}, how many leads
     * moved so in the period, 0 standing for creation; and {@code moved (at_start, step)}, where leads that existed at
     * the start were, and what is to be added to the number of that status for the one that they are in at the end.
     */
    static final String FIGURES = """
            select 'STATUS' as figure, cast(null as smallint) as from_status, status_number as to_status,
                   cast(null as bigint) as leads, public_id, label, deleted_at is not null as is_deleted, position
            from lead_status
            where organization_id = :organization
            union all
            select figure, null, status_number, sum(change), null, null, null, null
            from status_change
            where status_number is not null
            group by figure, status_number
            union all
            select 'TRANSITION', nullif(from_status, 0), to_status, sum(transitions), null, null, null, null
            from move
            group by from_status, to_status
            union all
            select 'ENTERED', null, to_status, sum(entries), null, null, null, null
            from move
            group by to_status
            union all
            select 'LEFT', null, from_status, sum(exits), null, null, null, null
            from move
            where from_status <> 0
            group by from_status
            union all
            select 'SUMMARY', at_start, at_start + step, count(*), null, null, null, null
            from moved
            where step <> 0
            group by at_start, step
            """;

    private FiguresStatement() {}

    /** The parameters of {@link #BOUND}, by name. */
    static Map<String, Object> bounds(Instant since, Instant before, Instant snapshotBefore) {
        return Map.of(
                "since", Moments.literal(since),
                "before", Moments.literal(before),
                "snapshotBefore", Moments.literal(snapshotBefore));
    }
}

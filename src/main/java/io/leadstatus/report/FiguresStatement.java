package io.leadstatus.report;

import io.leadstatus.search.SqlPredicate;

/** The statement that counts a report: one, so that all numbers are of one moment, and one round trip. */
final class FiguresStatement {
    /** Names the parameters of the condition: {@code :condition0}, {@code :condition1} and so on. */
    static final String CONDITION = "condition";

    /**
     * Costs two scans of the period's events in the covering index; leads without an event in the period cost nothing.
     * What is at {@code %1$s} names the leads to count, at {@code %2$s} keeps to them, and at {@code %3$s} counts them
     * in the snapshot.
     */
    private static final String FIGURES = """
            with %1$s
            in_period as (
                -- A lead counts once: for the first such event in the period, known by the one before it.
                select from_status, to_status,
                       count(*) filter (
                           where previous_same_at is null
                              or previous_same_at < cast(:from as timestamptz)) as transitions,
                       count(*) filter (
                           where previous_entry_at is null
                              or previous_entry_at < cast(:from as timestamptz)) as entries,
                       count(*) filter (
                           where previous_exit_at is null
                              or previous_exit_at < cast(:from as timestamptz)) as exits
                from lead_status_event %2$s
                where organization_id = :organization
                  and occurred_at >= cast(:from as timestamptz)
                  and occurred_at < cast(:before as timestamptz)
                group by from_status, to_status
            ), moved as (
                -- Where leads with events after the snapshot were, and where they are: the changes of the status
                -- number add up, 0 standing for a lead that does not exist yet.
                select coalesce(max(previous_status) filter (
                           where previous_at < cast(:snapshotBefore as timestamptz)), 0) as at_start,
                       sum(to_status - coalesce(previous_status, 0)) as step
                from lead_status_event %2$s
                where organization_id = :organization
                  and occurred_at >= cast(:snapshotBefore as timestamptz)
                  and occurred_at < cast(:before as timestamptz)
                group by lead_id
            ), snapshot as (
            %3$s)
            select 'STATUS' as figure, cast(null as smallint) as from_status, status_number as to_status,
                   cast(null as bigint) as leads, public_id, label, deleted_at is not null as is_deleted, position
            from lead_status
            where organization_id = :organization
            union all
            select 'SNAPSHOT', null, status_number, sum(change), null, null, null, null
            from snapshot
            group by status_number
            union all
            select 'ENTERED', null, to_status, sum(entries), null, null, null, null
            from in_period
            group by to_status
            union all
            select 'LEFT', null, from_status, sum(exits), null, null, null, null
            from in_period
            where from_status is not null
            group by from_status
            union all
            select 'TRANSITION', from_status, to_status, transitions, null, null, null, null
            from in_period
            union all
            select 'SUMMARY', nullif(at_start, 0), at_start + step, count(*), null, null, null, null
            from moved
            where step <> 0
            group by at_start, step
            union all
            select 'MARK', null, null, null, null, cast(coalesce(sum(mark), 0) as text), null, null
            from lead_history_mark
            where organization_id = :organization
              and day < cast(:before as timestamptz) at time zone 'UTC'
            """;

    /** Costs one row for each day and status before the snapshot, and the events of the snapshot's own day. */
    private static final String SNAPSHOT_OF_ALL = """
                select status_number, change
                from lead_status_daily_change
                where organization_id = :organization
                  and day < cast(cast(:snapshotDay as timestamptz) at time zone 'UTC' as date)
                union all
                select status_number, change
                from lead_status_pending_change
                where organization_id = :organization
                  and day < cast(cast(:snapshotDay as timestamptz) at time zone 'UTC' as date)
                union all
                select moved.status_number, moved.change
                from lead_status_event,
                     lateral (values (to_status, 1), (previous_status, -1)) as moved (status_number, change)
                where organization_id = :organization
                  and occurred_at >= cast(:snapshotDay as timestamptz)
                  and occurred_at < cast(:snapshotBefore as timestamptz)
                  and moved.status_number is not null
            """;

    private static final String MATCHING = """
            matching as materialized (
                select lead_id, status_number, created_at
                from lead
                where lead.organization_id = :organization and (%s)
            ),""";

    /**
     * Costs the matching leads, and the events since the snapshot: the first of a lead, the only one whose previous
     * event lies before the snapshot, knows which status it ended. Where there is none, the status is still the same.
     */
    private static final String SNAPSHOT_OF_MATCHING = """
                select coalesce(ended.previous_status, matching.status_number) as status_number, count(*) as change
                from matching
                left join (
                    select lead_id, previous_status
                    from lead_status_event
                    where organization_id = :organization
                      and occurred_at >= cast(:snapshotBefore as timestamptz)
                      and previous_at < cast(:snapshotBefore as timestamptz)
                ) ended using (lead_id)
                where matching.created_at < cast(:snapshotBefore as timestamptz)
                group by 1
            """;

    static final String OF_ALL_LEADS = FIGURES.formatted("", "", SNAPSHOT_OF_ALL);

    private FiguresStatement() {}

    /** Of the leads that fulfil a condition on the table {@code lead}. */
    static String ofLeads(SqlPredicate condition) {
        return FIGURES.formatted(
                MATCHING.formatted(condition.withNamedParameters(CONDITION)),
                "join matching using (lead_id)",
                SNAPSHOT_OF_MATCHING);
    }
}

package io.leadstatus.report;

import java.util.HashMap;
import java.util.Map;

import io.leadstatus.search.SqlPredicate;

/** Counts a report of the leads that fulfil a condition, which no ledger knows: from these leads and their events. */
final class FiguresOfSomeLeads {
    /** Names the parameters of the condition: {@code :condition0}, {@code :condition1} and so on. */
    static final String CONDITION = "condition";

    /**
     * Costs the matching leads, two scans of the period's events, and the events since the snapshot: the first of a lead
     * since then, the only one whose previous event lies before it, knows which status it ended. Where there is none, the
     * status is still the same.
     */
    private static final String STATEMENT = """
            with matching as materialized (
                select lead_id, status_number, created_at
                from lead
                where lead.organization_id = :organization and (%1$s)
            ), move as (
                -- A lead counts once: for the first such event in the period, known by the one before it.
                select coalesce(from_status, 0) as from_status, to_status,
                       count(*) filter (
                           where previous_same_at is null
                              or previous_same_at < cast(:from as timestamptz)) as transitions,
                       count(*) filter (
                           where previous_entry_at is null
                              or previous_entry_at < cast(:from as timestamptz)) as entries,
                       count(*) filter (
                           where previous_exit_at is null
                              or previous_exit_at < cast(:from as timestamptz)) as exits
                from lead_status_event
                join matching using (lead_id)
                where organization_id = :organization
                  and %2$s
                  and occurred_at >= cast(:from as timestamptz)
                  and occurred_at < cast(:before as timestamptz)
                group by from_status, to_status
            ), whereabouts as materialized (
                -- Where leads with events after the snapshot were, 0 if nowhere, and where they are: the changes of the
                -- status number add up.
                select coalesce(max(previous_status) filter (
                           where previous_at < cast(:snapshotBefore as timestamptz)), 0) as at_start,
                       sum(to_status - coalesce(previous_status, 0)) as step
                from lead_status_event
                join matching using (lead_id)
                where organization_id = :organization
                  and %2$s
                  and occurred_at >= cast(:snapshotBefore as timestamptz)
                  and occurred_at < cast(:before as timestamptz)
                group by lead_id
            ), moved as (
                select at_start, step from whereabouts where at_start <> 0
            ), status_change as (
                select cast(:snapshotFigure as text) as figure,
                       coalesce(ended.previous_status, matching.status_number) as status_number, count(*) as change
                from matching
                left join (
                    select lead_id, previous_status
                    from lead_status_event
                    where organization_id = :organization
                      and %2$s
                      and occurred_at >= cast(:snapshotBefore as timestamptz)
                      and previous_at < cast(:snapshotBefore as timestamptz)
                ) ended using (lead_id)
                where matching.created_at < cast(:snapshotBefore as timestamptz)
                group by 2
                union all
                select 'CHANGE', status_number, change
                from (
                    select at_start, step, count(*) as leads from whereabouts where step <> 0 group by at_start, step
                ) changed
                cross join lateral (values (at_start + step, leads), (at_start, -leads)) as moved (status_number, change)
                where status_number <> 0
            )
            """ + FiguresStatement.FIGURES;

    private FiguresOfSomeLeads() {}

    /** The parameters of the statement for a condition, by name; the organization aside. */
    static Map<String, Object> parameters(SqlPredicate condition, Period period) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("from", Moments.literal(period.from()));
        parameters.put("before", Moments.literal(period.before()));
        // An overall report starts with nothing; where its leads are when it ends is all that they changed.
        parameters.put("snapshotFigure", period.isOverall() ? "CHANGE" : "SNAPSHOT");
        parameters.put(
                "snapshotBefore", Moments.literal(period.isOverall() ? period.before() : period.snapshotBefore()));
        for (int i = 0; i < condition.parameters().size(); i++) {
            parameters.put(CONDITION + i, condition.parameters().get(i));
        }
        return parameters;
    }

    static String statement(SqlPredicate condition) {
        return STATEMENT.formatted(condition.withNamedParameters(CONDITION), FiguresStatement.ANY_AGE);
    }
}

package io.leadstatus.report;

import java.util.HashMap;
import java.util.Map;

import io.leadstatus.search.EventAge;
import io.leadstatus.search.SqlPredicate;

/** Counts a report of the leads that fulfil a condition, which no ledger knows: from these leads and their events. */
final class FiguresOfSomeLeads {
    /** Names the parameters of the condition: {@code :condition0}, {@code :condition1} and so on. */
    static final String CONDITION = "condition";

    /**
     * Costs the matching leads and their events since the start of the period, read in the way that costs less: each
     * lead's by themselves, or among all events since then. Who has none is still in the status of the start.
     */
    private static final String STATEMENT = "with " + FiguresStatement.BOUND + """
            , matching as materialized (
                select lead_id, status_number, created_at
                from lead
                where lead.organization_id = :organization and (%1$s)
            ), few as materialized (
                -- To look up the events of one lead takes about as long as to read twenty in the order of the index.
                select leads < 100000 and exists (
                           select from lead_status_event
                           where organization_id = :organization
                             and %2$s
                             and occurred_at >= cast(:since as timestamptz)
                             and occurred_at < cast(:before as timestamptz)
                           offset 20 * least(leads, 100000)
                       ) as are_few
                from (select count(*) as leads from matching) counted
            ), event as materialized (
                select event.*
                from bound
                cross join matching
                cross join lateral (
                    select lead_id, occurred_at, from_status, to_status, previous_status, previous_at,
                           previous_same_at, previous_entry_at, previous_exit_at
                    from lead_status_event
                    where organization_id = :organization
                      and lead_status_event.lead_id = matching.lead_id
                      and occurred_at >= bound.since
                    offset 0
                ) event
                where (select are_few from few)
                union all
                -- A full join can only be hashed or merged. Any other may be planned as for few leads, and then reads
                -- all of many again for each event.
                select event.*
                from (
                    select lead_id, occurred_at, from_status, to_status, previous_status, previous_at,
                           previous_same_at, previous_entry_at, previous_exit_at
                    from lead_status_event
                    where organization_id = :organization
                      and %2$s
                      and occurred_at >= cast(:since as timestamptz)
                ) event
                full join matching on matching.lead_id = event.lead_id
                where coalesce(matching.lead_id, 0) = coalesce(event.lead_id, 0)
                  and not (select are_few from few)
            ), move as (
                -- A lead counts once: for the first such event in the period, known by the one before it.
                select coalesce(from_status, 0) as from_status, to_status,
                       count(*) filter (
                           where previous_same_at is null or previous_same_at < bound.since) as transitions,
                       count(*) filter (
                           where previous_entry_at is null or previous_entry_at < bound.since) as entries,
                       count(*) filter (
                           where previous_exit_at is null or previous_exit_at < bound.since) as exits
                from bound
                join event on occurred_at >= bound.since and occurred_at < bound.before
                group by from_status, to_status
            ), whereabouts as materialized (
                -- Where leads with events after the snapshot were, 0 if nowhere; the changes of the status number add up to
                -- where they are at the end, and now. The first of these events is the one whose previous event is older.
                select coalesce(max(previous_status) filter (
                           where previous_at < bound.snapshot_before), 0) as at_start,
                       coalesce(sum(to_status - coalesce(previous_status, 0)) filter (
                           where occurred_at < bound.before), 0) as step,
                       sum(to_status - coalesce(previous_status, 0)) as step_until_now
                from bound
                join event on occurred_at >= bound.snapshot_before
                group by lead_id
            ), moved as (
                select at_start, step from whereabouts where at_start <> 0
            ), status_change as (
                -- Where leads are now, and were instead.
                select cast(:snapshotFigure as text) as figure, status_number, change
                from (
                    select status_number, count(*) as change
                    from bound
                    join matching on created_at < bound.snapshot_before
                    group by status_number
                    union all
                    select now_or_then.status_number, now_or_then.change
                    from (
                        select at_start, step_until_now, count(*) as leads
                        from whereabouts
                        where at_start <> 0
                        group by at_start, step_until_now
                    ) elsewhere
                    cross join lateral (values (at_start, leads), (at_start + step_until_now, -leads))
                        as now_or_then (status_number, change)
                ) snapshot
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
        // An overall report starts with nothing; where its leads are when it ends is all that they changed.
        Map<String, Object> parameters = new HashMap<>(FiguresStatement.bounds(
                period.from(), period.before(), period.isOverall() ? period.before() : period.snapshotBefore()));
        parameters.put("snapshotFigure", period.isOverall() ? "CHANGE" : "SNAPSHOT");
        for (int i = 0; i < condition.parameters().size(); i++) {
            parameters.put(CONDITION + i, condition.parameters().get(i));
        }
        return parameters;
    }

    static String statement(SqlPredicate condition) {
        return STATEMENT.formatted(condition.withNamedParameters(CONDITION), EventAge.ANY);
    }
}

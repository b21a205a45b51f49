package io.leadstatus.report;

import java.util.Map;

import io.leadstatus.search.EventAge;

/** Counts a report of all leads, from the ledgers as far as they reach. Takes the {@link HistoryRanges} of its period. */
final class FiguresOfAllLeads {
    /**
     * Costs some hundred rows of the ledgers, the events of three half hours and of the days that are only partly in the
     * period, and, twice, the events in the period of leads that existed when it started.
     */
    static final String STATEMENT = "with " + HistoryMark.HISTORY_RANGE
            + ", "
            + FiguresStatement.BOUND
            + """
            , status_change as (
                -- By how much the number of leads in a status changed: until the start, and until the end.
                select range.figure, status_number, range.sign * change as change
                from history_range range
                join lead_status_ledger ledger
                    on ledger.unit = range.source and start >= range.since and start < range.before
                where range.figure in ('SNAPSHOT', 'CHANGE') and ledger.organization_id = :organization
                union all
                select range.figure, status_number, range.sign * change
                from history_range range
                join lead_history_journal on hour >= range.since and hour < range.before
                cross join lateral (values (to_status, events), (previous_status, -events))
                    as moved (status_number, change)
                where range.figure in ('SNAPSHOT', 'CHANGE') and range.source = 'journal'
                  and organization_id = :organization
                union all
                select range.figure, status_number, range.sign * change
                from history_range range
                cross join lateral (
                    select to_status, previous_status
                    from lead_status_event
                    where organization_id = :organization
                      and %1$s
                      and occurred_at >= range.since and occurred_at < range.before
                    offset 0
                ) event
                cross join lateral (values (to_status, 1), (previous_status, -1)) as moved (status_number, change)
                where range.figure in ('SNAPSHOT', 'CHANGE') and range.source = 'event'
            ), move as (
                -- A lead counts once: for the first such event in the period. Most are the first at all; these are
                -- counted in the ledger, where it knows the whole day.
                select ledger.from_status, ledger.to_status, range.sign * first_transitions as transitions,
                       range.sign * first_entries as entries, range.sign * first_exits as exits
                from history_range range
                join lead_move_ledger ledger
                    on ledger.unit = range.source and start >= range.since and start < range.before
                where range.figure = 'MOVE' and ledger.organization_id = :organization
                union all
                select coalesce(from_status, 0), to_status, first_transitions, first_entries, first_exits
                from history_range range
                join lead_history_journal on hour >= range.since and hour < range.before
                where range.figure = 'MOVE' and range.source = 'journal' and organization_id = :organization
                union all
                -- On the other days, single events are.
                select coalesce(from_status, 0), to_status,
                       count(*) filter (where previous_same_at is null or previous_same_at < bound.since),
                       count(*) filter (where previous_entry_at is null or previous_entry_at < bound.since),
                       count(*) filter (where previous_exit_at is null or previous_exit_at < bound.since)
                from history_range range
                cross join bound
                cross join lateral (
                    select from_status, to_status, previous_same_at, previous_entry_at, previous_exit_at
                    from lead_status_event
                    where organization_id = :organization
                      and %1$s
                      and occurred_at >= range.since and occurred_at < range.before
                    offset 0
                ) event
                where range.figure = 'MOVE' and range.source = 'event'
                group by from_status, to_status
                union all
                -- Others are repeated, but not since the start: the lead existed then.
                select coalesce(from_status, 0), to_status,
                       count(*) filter (where previous_same_at < bound.since),
                       count(*) filter (where previous_entry_at < bound.since),
                       count(*) filter (where previous_exit_at < bound.since)
                from bound
                cross join generate_series(0, 13) as age (class)
                cross join lateral (
                    select from_status, to_status, previous_same_at, previous_entry_at, previous_exit_at
                    from lead_status_event
                    where organization_id = :organization
                      and age_class = age.class
                      and occurred_at >= cast(:wholeDaysSince as timestamptz)
                      and occurred_at < least(cast(:wholeDaysBefore as timestamptz), %2$s)
                      and (previous_same_at < bound.since
                           or previous_entry_at < bound.since
                           or previous_exit_at < bound.since)
                    offset 0
                ) event
                group by from_status, to_status
            ), moved as (
                -- Where leads were at the start, and where they are at the end: the changes of the status number add up.
                select max(previous_status) filter (where previous_at < bound.snapshot_before) as at_start,
                       sum(to_status - previous_status) as step
                from bound
                cross join generate_series(0, 13) as age (class)
                cross join lateral (
                    select lead_id, to_status, previous_status, previous_at
                    from lead_status_event
                    where organization_id = :organization
                      and age_class = age.class
                      and occurred_at >= bound.snapshot_before
                      and occurred_at < least(bound.before, %3$s)
                      and lead_created_at < bound.snapshot_before
                    offset 0
                ) event
                group by lead_id
            )
            """.formatted(EventAge.ANY, endOfYouth("bound.since"), endOfYouth("bound.snapshot_before"))
            + FiguresStatement.FIGURES + """
            union all
            select 'MARK', null, null, null, null, (
            """ + HistoryMark.MARK + """
            ), null, null
            """;

    private FiguresOfAllLeads() {}

    /** The parameters of the statement, by name; the organization aside. */
    static Map<String, Object> parameters(Period period) {
        Map<String, Object> parameters = HistoryRanges.of(period).parameters();
        parameters.putAll(FiguresStatement.bounds(period.from(), period.before(), period.snapshotBefore()));
        parameters.put("wholeDaysSince", Moments.literal(period.wholeDaysSince()));
        parameters.put("wholeDaysBefore", Moments.literal(period.wholeDaysBefore()));
        return parameters;
    }

    /** Until when a lead that existed at a moment can have events of {@code age.class} after it; see V1__schema.sql. */
    private static String endOfYouth(String moment) {
        return "case when age.class < 13 then %s + make_interval(hours => 24 << age.class) else 'infinity' end"
                .formatted(moment);
    }
}

package io.leadstatus.benchmark;

import java.time.Instant;

/**
 * The figures of a report as they are asked for without anything derived: from leads and the log of their changes, with
 * its primary key and an index of the organization and the time. A period has both its ends, in whole seconds.
 *
 * @param condition on {@code lead}; null for a report of all leads
 * @param start null for an overall report
 */
record HandWrittenReport(int organization, String condition, Instant start, Instant end) {
    private static final String MATCHING = """
            matching as materialized (
                select lead_id
                from lead
                where organization_id = %1$d and (%2$s)
            ),""";

    /** Costs a sort of all history before the moment. */
    private static final String STATUS_BY_SORTING = """
                select distinct on (lead_id) lead_id, to_status
                from lead_status_event %2$s
                where organization_id = %1$d and occurred_at < timestamptz '%4$s'
                order by lead_id, occurred_at desc, sequence desc
            """;

    /** Costs a look-up for each lead. */
    private static final String STATUS_BY_LOOKING_UP = """
                select counted.lead_id, latest.to_status
                from %3$s counted, lateral (
                    select to_status
                    from lead_status_event event
                    where event.organization_id = %1$d and event.lead_id = counted.lead_id
                      and occurred_at < timestamptz '%4$s'
                    order by occurred_at desc, sequence desc
                    limit 1
                ) latest
            """;

    private static final String FIGURES = """
            with %1$s at_end as (
            %2$s), at_start as (
            %3$s), in_period as (
                select lead_id, from_status, to_status
                from lead_status_event %4$s
                where organization_id = %5$d
                  and occurred_at >= timestamptz '%6$s' and occurred_at < timestamptz '%7$s'
            )
            select 'SNAPSHOT' as figure, null::smallint as from_status, to_status, count(*) as leads
            from at_start
            group by to_status
            union all
            select 'CHANGE', null, to_status, sum(change)
            from (
                select to_status, count(*) as change from at_end group by to_status
                union all
                select to_status, -count(*) from at_start group by to_status
            ) change
            group by to_status
            union all
            select 'ENTERED', null, to_status, count(distinct lead_id)
            from in_period
            group by to_status
            union all
            select 'LEFT', null, from_status, count(distinct lead_id)
            from in_period
            where from_status is not null
            group by from_status
            union all
            select 'TRANSITION', from_status, to_status, count(distinct lead_id)
            from in_period
            group by from_status, to_status
            union all
            select 'SUMMARY', at_start.to_status, at_end.to_status, count(*)
            from at_start
            join at_end using (lead_id)
            where at_start.to_status <> at_end.to_status
            group by at_start.to_status, at_end.to_status
            """;

    private static final String NOWHERE = "select null::bigint as lead_id, null::smallint as to_status where false\n";

    /** With the status at a moment by {@code distinct on}. */
    String byDistinctOn() {
        return figures(STATUS_BY_SORTING);
    }

    /** With the status at a moment by {@code lateral … limit 1}. */
    String byLateral() {
        return figures(STATUS_BY_LOOKING_UP);
    }

    private String figures(String status) {
        return FIGURES.formatted(
                condition == null ? "" : MATCHING.formatted(organization, condition),
                statusAt(status, end),
                start == null ? NOWHERE : statusAt(status, start),
                ofMatching(),
                organization,
                start == null ? "-infinity" : start,
                end.plusSeconds(1));
    }

    private String statusAt(String status, Instant moment) {
        String leads = condition == null
                ? "(select lead_id from lead where organization_id = %d)".formatted(organization)
                : "matching";
        return status.formatted(organization, ofMatching(), leads, moment.plusSeconds(1));
    }

    private String ofMatching() {
        return condition == null ? "" : "join matching using (lead_id)";
    }
}

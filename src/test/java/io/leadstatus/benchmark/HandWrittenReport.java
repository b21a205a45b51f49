package io.leadstatus.benchmark;

import java.time.Instant;

/** The figures of a report as they are asked for without the derived columns: from leads and their events alone. */
final class HandWrittenReport {
    /** Costs, for each matching lead, its events of the period and two look-ups of its last event before a moment. */
    private static final String FIGURES = """
            with matching as materialized (
                select lead_id
                from lead
                where organization_id = %1$d and (%2$s)
            ), at_start as (
                select lead_id, last.to_status
                from matching
                cross join lateral (
                    select to_status
                    from lead_status_event event
                    where event.organization_id = %1$d and event.lead_id = matching.lead_id
                      and occurred_at < timestamptz '%3$s'
                    order by occurred_at desc, sequence desc
                    limit 1
                ) last
            ), at_end as (
                select lead_id, last.to_status
                from matching
                cross join lateral (
                    select to_status
                    from lead_status_event event
                    where event.organization_id = %1$d and event.lead_id = matching.lead_id
                      and occurred_at < timestamptz '%4$s'
                    order by occurred_at desc, sequence desc
                    limit 1
                ) last
            ), in_period as (
                select lead_id, from_status, to_status
                from matching
                join lead_status_event event using (lead_id)
                where organization_id = %1$d
                  and occurred_at >= timestamptz '%5$s' and occurred_at < timestamptz '%4$s'
            )
            select 'SNAPSHOT' as figure, null::smallint as from_status, to_status, count(*) as leads
            from at_start
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
            from at_end
            left join at_start using (lead_id)
            where at_start.to_status is distinct from at_end.to_status
            group by at_start.to_status, at_end.to_status
            """;

    private HandWrittenReport() {}

    /** Of the leads that fulfil a condition, in a period of whole seconds with both ends. */
    static BoundStatement ofLeads(String condition, int organization, Instant start, Instant end) {
        return BoundStatement.of(
                FIGURES.formatted(organization, condition, start.plusSeconds(1), end.plusSeconds(1), start));
    }
}

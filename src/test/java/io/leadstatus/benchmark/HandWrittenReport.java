package io.leadstatus.benchmark;

import java.time.Instant;

/** The figures of a report as they are asked for without the derived columns: from leads and their events alone. */
final class HandWrittenReport {
    /** Costs two sorts of the whole history of the matching leads, and their events of the period. */
    private static final String FIGURES = """
            with matching as materialized (
                select lead_id
                from lead
                where organization_id = %1$d and (%2$s)
            ), at_start as (
                select distinct on (lead_id) lead_id, to_status
                from matching
                join lead_status_event event using (lead_id)
                where organization_id = %1$d and occurred_at < timestamptz '%3$s'
                order by lead_id, occurred_at desc, sequence desc
            ), at_end as (
                select distinct on (lead_id) lead_id, to_status
                from matching
                join lead_status_event event using (lead_id)
                where organization_id = %1$d and occurred_at < timestamptz '%4$s'
                order by lead_id, occurred_at desc, sequence desc
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

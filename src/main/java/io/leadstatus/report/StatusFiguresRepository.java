package io.leadstatus.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import io.leadstatus.lead.LeadStatus;
import io.leadstatus.report.StatusFigures.Move;
import io.leadstatus.security.Organization;

/** Counts a report: one statement, so that all numbers are of one moment, and one round trip. */
@ApplicationScoped
class StatusFiguresRepository implements PanacheRepositoryBase<LeadStatus, LeadStatus.Key> {
    /**
     * Costs two scans of the period's events in the covering index, one row for each day and status before the
     * snapshot, and the events of the snapshot's own day; leads without an event in the period cost nothing.
     */
    private static final String FIGURES = """
            with in_period as (
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
                from lead_status_event
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
                from lead_status_event
                where organization_id = :organization
                  and occurred_at >= cast(:snapshotBefore as timestamptz)
                  and occurred_at < cast(:before as timestamptz)
                group by lead_id
            ), changes_before_snapshot as (
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
            )
            select 'STATUS' as figure, cast(null as smallint) as from_status, status_number as to_status,
                   cast(null as bigint) as leads, public_id, label, deleted_at is not null as is_deleted, position
            from lead_status
            where organization_id = :organization
            union all
            select 'SNAPSHOT', null, status_number, sum(change), null, null, null, null
            from changes_before_snapshot
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
            """;

    private enum Figure {
        STATUS,
        SNAPSHOT,
        ENTERED,
        LEFT,
        TRANSITION,
        SUMMARY
    }

    private record Row(
            Figure figure,
            Integer from,
            Integer to,
            Long leads,
            String statusId,
            String label,
            Boolean isDeleted,
            Integer position) {

        private static Row of(Object[] columns) {
            return new Row(
                    Figure.valueOf((String) columns[0]),
                    integer(columns[1]),
                    integer(columns[2]),
                    columns[3] == null ? null : ((Number) columns[3]).longValue(),
                    (String) columns[4],
                    (String) columns[5],
                    (Boolean) columns[6],
                    integer(columns[7]));
        }

        private static Integer integer(Object column) {
            return column == null ? null : ((Number) column).intValue();
        }
    }

    /** The figures of an organization's leads in a period. */
    StatusFigures read(Organization organization, Period period) {
        Map<Figure, List<Row>> rows = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            rows.put(figure, new ArrayList<>());
        }
        for (Object row : getEntityManager()
                .createNativeQuery(FIGURES)
                .setParameter("organization", organization.number())
                .setParameter("from", period.from())
                .setParameter("before", period.before())
                .setParameter("snapshotBefore", period.snapshotBefore())
                .setParameter("snapshotDay", period.snapshotDay())
                .getResultList()) {
            Row read = Row.of((Object[]) row);
            rows.get(read.figure()).add(read);
        }
        return figures(rows);
    }

    private static StatusFigures figures(Map<Figure, List<Row>> rows) {
        Comparator<Row> reportOrder = Comparator.comparing(Row::isDeleted)
                .thenComparing(Row::position)
                .thenComparing(Row::to);
        List<ReportedStatus> statuses = rows.get(Figure.STATUS).stream()
                .sorted(reportOrder)
                .map(row -> new ReportedStatus(row.to(), row.statusId(), row.label(), row.isDeleted()))
                .toList();
        Map<Integer, ReportedStatus> byNumber =
                statuses.stream().collect(Collectors.toMap(ReportedStatus::number, status -> status));
        return new StatusFigures(
                statuses,
                byStatus(rows.get(Figure.SNAPSHOT), byNumber),
                byStatus(rows.get(Figure.ENTERED), byNumber),
                byStatus(rows.get(Figure.LEFT), byNumber),
                byMove(rows.get(Figure.TRANSITION), statuses, byNumber),
                byMove(rows.get(Figure.SUMMARY), statuses, byNumber));
    }

    private static Map<ReportedStatus, Long> byStatus(List<Row> rows, Map<Integer, ReportedStatus> statuses) {
        Map<ReportedStatus, Long> counts = new HashMap<>();
        rows.forEach(row -> counts.put(statuses.get(row.to()), row.leads()));
        return counts;
    }

    /** In the order of the report: creations first, then by origin, then by target. */
    private static Map<Move, Long> byMove(
            List<Row> rows, List<ReportedStatus> statuses, Map<Integer, ReportedStatus> byNumber) {
        Map<Move, Long> counts = new TreeMap<>(Comparator.<Move>comparingInt(move -> statuses.indexOf(move.from()))
                .thenComparingInt(move -> statuses.indexOf(move.to())));
        rows.stream()
                .filter(row -> row.leads() > 0)
                .forEach(row -> counts.put(new Move(byNumber.get(row.from()), byNumber.get(row.to())), row.leads()));
        return counts;
    }
}

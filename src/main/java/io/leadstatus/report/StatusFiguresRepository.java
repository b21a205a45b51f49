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
import jakarta.persistence.Query;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import io.leadstatus.lead.LeadStatus;
import io.leadstatus.operation.DatabaseMeter;
import io.leadstatus.report.StatusFigures.Move;
import io.leadstatus.search.SqlPredicate;
import io.leadstatus.security.Organization;

/** Counts a report: one statement, so that all numbers are of one moment, and one round trip. */
@ApplicationScoped
class StatusFiguresRepository implements PanacheRepositoryBase<LeadStatus, LeadStatus.Key> {
    private enum Figure {
        STATUS,
        SNAPSHOT,
        CHANGE,
        ENTERED,
        LEFT,
        TRANSITION,
        SUMMARY,
        MARK
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

    private final DatabaseMeter database;

    StatusFiguresRepository(DatabaseMeter database) {
        this.database = database;
    }

    /** The figures that a report asks for, of an organization's leads. */
    StatusFigures read(Organization organization, ReportRequest request) {
        return figures(rows(
                request.filter() == null
                        ? ofAllLeads(organization, request.period())
                        : ofLeads(request.filter().condition(), organization, request.period())));
    }

    private Query ofAllLeads(Organization organization, Period period) {
        return statement(FiguresOfAllLeads.STATEMENT, organization, FiguresOfAllLeads.parameters(period));
    }

    private Query ofLeads(SqlPredicate condition, Organization organization, Period period) {
        return statement(
                FiguresOfSomeLeads.statement(condition),
                organization,
                FiguresOfSomeLeads.parameters(condition, period));
    }

    private Query statement(String sql, Organization organization, Map<String, Object> parameters) {
        Query statement = getEntityManager().createNativeQuery(sql).setParameter("organization", organization.number());
        parameters.forEach(statement::setParameter);
        return statement;
    }

    @SuppressWarnings("unchecked")
    private Map<Figure, List<Row>> rows(Query statement) {
        Map<Figure, List<Row>> rows = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            rows.put(figure, new ArrayList<>());
        }
        for (Object[] row : database.read(() -> (List<Object[]>) statement.getResultList())) {
            Row read = Row.of(row);
            rows.get(read.figure()).add(read);
        }
        return rows;
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
        Map<ReportedStatus, Long> change = byStatus(rows.get(Figure.CHANGE), byNumber);
        Map<Move, Long> summary = byMove(rows.get(Figure.SUMMARY), statuses, byNumber);
        summary.putAll(created(statuses, change, summary));
        return new StatusFigures(
                statuses,
                byStatus(rows.get(Figure.SNAPSHOT), byNumber),
                change,
                byStatus(rows.get(Figure.ENTERED), byNumber),
                byStatus(rows.get(Figure.LEFT), byNumber),
                byMove(rows.get(Figure.TRANSITION), statuses, byNumber),
                summary,
                rows.get(Figure.MARK).stream().map(Row::label).findFirst().orElse(null));
    }

    private static Map<ReportedStatus, Long> byStatus(List<Row> rows, Map<Integer, ReportedStatus> statuses) {
        Map<ReportedStatus, Long> counts = new HashMap<>();
        rows.forEach(row -> counts.put(statuses.get(row.to()), row.leads()));
        return counts;
    }

    /**
     * The leads that were created in the period, by the status that they end in: those that none of the leads which moved
     * brought there.
     */
    private static Map<Move, Long> created(
            List<ReportedStatus> statuses, Map<ReportedStatus, Long> change, Map<Move, Long> moved) {
        Map<ReportedStatus, Long> created = new HashMap<>(change);
        moved.forEach((move, leads) -> {
            created.merge(move.to(), -leads, Long::sum);
            created.merge(move.from(), leads, Long::sum);
        });
        Map<Move, Long> moves = new HashMap<>();
        statuses.stream()
                .filter(status -> created.getOrDefault(status, 0L) > 0)
                .forEach(status -> moves.put(new Move(null, status), created.get(status)));
        return moves;
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

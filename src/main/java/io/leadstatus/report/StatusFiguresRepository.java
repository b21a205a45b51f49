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
        return statement(FiguresStatement.OF_ALL_LEADS, organization, period)
                .setParameter("snapshotDay", period.snapshotDay());
    }

    private Query ofLeads(SqlPredicate condition, Organization organization, Period period) {
        Query statement = statement(FiguresStatement.ofLeads(condition), organization, period);
        for (int i = 0; i < condition.parameters().size(); i++) {
            statement.setParameter(
                    FiguresStatement.CONDITION + i, condition.parameters().get(i));
        }
        return statement;
    }

    private Query statement(String sql, Organization organization, Period period) {
        return getEntityManager()
                .createNativeQuery(sql)
                .setParameter("organization", organization.number())
                .setParameter("from", period.from())
                .setParameter("before", period.before())
                .setParameter("snapshotBefore", period.snapshotBefore());
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
        return new StatusFigures(
                statuses,
                byStatus(rows.get(Figure.SNAPSHOT), byNumber),
                byStatus(rows.get(Figure.ENTERED), byNumber),
                byStatus(rows.get(Figure.LEFT), byNumber),
                byMove(rows.get(Figure.TRANSITION), statuses, byNumber),
                byMove(rows.get(Figure.SUMMARY), statuses, byNumber),
                rows.get(Figure.MARK).get(0).label());
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

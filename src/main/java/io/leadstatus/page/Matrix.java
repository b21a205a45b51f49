package io.leadstatus.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.leadstatus.report.LeadStatusReport;
import io.leadstatus.report.StatusOverview;
import io.leadstatus.report.StatusTransition;

/**
 * The transitions of a report: a row for each origin, creation first, and a column for each target.
 *
 * @param columns the targets, each with the leads that entered it
 */
record Matrix(List<Heading> columns, List<Row> rows) {

    /**
     * An origin or a target.
     *
     * @param total leads with any such transition; they are distinct, so that it may be less than the sum
     */
    record Heading(String label, boolean isDeleted, Figure total) {}

    /** @param cells one for each column; null where nobody went */
    record Row(Heading origin, List<Figure> cells) {}

    /** An origin and a target by their ids; the origin of creations is null. */
    private record Pair(String from, String to) {}

    static Matrix of(LeadStatusReport report) {
        Map<Pair, StatusTransition> transitions = new HashMap<>();
        Set<String> origins = new LinkedHashSet<>();
        long largest = 1;
        for (StatusTransition transition : report.statusTransitions()) {
            transitions.put(new Pair(transition.fromStatusId(), transition.toStatusId()), transition);
            origins.add(transition.fromStatusId());
            largest = Math.max(largest, transition.count());
        }
        Set<String> reached = new LinkedHashSet<>();
        report.statusTransitions().forEach(transition -> reached.add(transition.toStatusId()));
        List<StatusOverview> targets = report.statusOverview().stream()
                .filter(status -> reached.contains(status.statusId()))
                .toList();
        List<Row> rows = new ArrayList<>();
        if (origins.contains(null)) {
            rows.add(row(created(report), null, targets, transitions, largest));
        }
        for (StatusOverview status : report.statusOverview()) {
            if (origins.contains(status.statusId())) {
                Heading origin = heading(status, status.left(), "left");
                rows.add(row(origin, status.statusId(), targets, transitions, largest));
            }
        }
        return new Matrix(
                targets.stream()
                        .map(status -> heading(status, status.entered(), "entered"))
                        .toList(),
                rows);
    }

    private static Row row(
            Heading origin,
            String from,
            List<StatusOverview> targets,
            Map<Pair, StatusTransition> transitions,
            long largest) {
        List<Figure> cells = new ArrayList<>();
        for (StatusOverview target : targets) {
            StatusTransition transition = transitions.get(new Pair(from, target.statusId()));
            cells.add(transition == null ? null : Figure.of(transition.count(), transition.leadsPageUrl(), largest));
        }
        return new Row(origin, cells);
    }

    private static Heading created(LeadStatusReport report) {
        long created = report.statusTransitions().stream()
                .filter(transition -> transition.fromStatusId() == null)
                .mapToLong(StatusTransition::count)
                .sum();
        return new Heading("Created", false, Figure.of(created, report.createdLeadsPageUrl()));
    }

    private static Heading heading(StatusOverview status, long leads, String figure) {
        return new Heading(
                status.statusLabel(),
                status.statusIsDeleted(),
                Figure.of(leads, status.leadsPageUrls().get(figure)));
    }
}

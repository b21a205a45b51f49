package io.leadstatus.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import io.leadstatus.report.StatusFigures.Move;

/**
 * The report as it is answered, row by row as in Close.
 *
 * @param createdLeadsPageUrl the page of all leads created in the period; not answered, since Close does not
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonPropertyOrder(alphabetic = true)
public record LeadStatusReport(
        List<StatusOverview> statusOverview,
        List<StatusTransition> statusTransitions,
        List<StatusTransition> statusTransitionsSummary,
        @JsonIgnore String createdLeadsPageUrl) {

    static LeadStatusReport of(StatusFigures figures, ReportRequest request) {
        Period period = request.period();
        ReportQueries queries = new ReportQueries(period, figures.statuses(), request.filter());
        return new LeadStatusReport(
                figures.statuses().stream()
                        .map(status -> overview(status, figures, period, queries))
                        .filter(row -> !row.statusIsDeleted() || row.countsAnything())
                        .toList(),
                transitions(figures.transitions(), queries::transition),
                transitions(figures.summary(), queries::summary),
                queries.created().leadsPageUrl());
    }

    /** How many queries it hands out, each with the path of a page. */
    int queries() {
        return statusOverview.stream()
                        .mapToInt(row -> row.leadsPageUrls().size())
                        .sum()
                + statusTransitions.size()
                + statusTransitionsSummary.size();
    }

    private static StatusOverview overview(
            ReportedStatus status, StatusFigures figures, Period period, ReportQueries queries) {
        return period.isOverall()
                ? OverallStatusOverview.of(status, figures, queries)
                : PeriodStatusOverview.of(status, figures, queries);
    }

    private static List<StatusTransition> transitions(Map<Move, Long> counts, Function<Move, LeadQuery> query) {
        return counts.entrySet().stream()
                .map(entry -> StatusTransition.of(entry.getKey(), entry.getValue(), query.apply(entry.getKey())))
                .toList();
    }
}

package io.leadstatus.report;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The figures of one status in a report without a start: nothing is compared with one. */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
@JsonPropertyOrder(alphabetic = true)
public record OverallStatusOverview(
        @JsonProperty("_leads_page_urls") Map<String, String> leadsPageUrls,
        @JsonProperty("_queries") Map<String, String> queries,
        long ended,
        long entered,
        long left,
        String statusId,
        boolean statusIsDeleted,
        String statusLabel)
        implements StatusOverview {

    static OverallStatusOverview of(ReportedStatus status, StatusFigures figures, ReportQueries queries) {
        Map<String, LeadQuery> queryByFigure = Map.of(
                "ended", queries.ended(status),
                "entered", queries.entered(status),
                "left", queries.left(status));
        return new OverallStatusOverview(
                LeadQuery.leadsPageUrls(queryByFigure),
                LeadQuery.texts(queryByFigure),
                figures.ended(status),
                figures.entered(status),
                figures.left(status),
                status.id(),
                status.isDeleted(),
                status.label());
    }

    @Override
    public boolean countsAnything() {
        return ended != 0 || entered != 0 || left != 0;
    }
}

package io.leadstatus.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import io.leadstatus.report.StatusFigures.Move;

/** How many leads moved from one status to another; the origin is null for leads that were created. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonPropertyOrder(alphabetic = true)
public record StatusTransition(
        @JsonProperty("_leads_page_url") String leadsPageUrl,
        @JsonProperty("_query") String query,
        long count,
        String fromStatusId,
        Boolean fromStatusIsDeleted,
        String fromStatusLabel,
        String toStatusId,
        boolean toStatusIsDeleted,
        String toStatusLabel) {

    static StatusTransition of(Move move, long count, LeadQuery query) {
        ReportedStatus from = move.from();
        return new StatusTransition(
                query.leadsPageUrl(),
                query.text(),
                count,
                from == null ? null : from.id(),
                from == null ? null : from.isDeleted(),
                from == null ? null : from.label(),
                move.to().id(),
                move.to().isDeleted(),
                move.to().label());
    }
}

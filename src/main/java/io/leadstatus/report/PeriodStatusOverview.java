package io.leadstatus.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The figures of one status in a period.
 *
 * @param changePercent null where nothing started and something changed: no number is right there
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
@JsonPropertyOrder(alphabetic = true)
public record PeriodStatusOverview(
        @JsonProperty("_leads_page_urls") Map<String, String> leadsPageUrls,
        @JsonProperty("_queries") Map<String, String> queries,
        long change,
        Long changePercent,
        long ended,
        long entered,
        long gained,
        long left,
        long lost,
        long started,
        String statusId,
        boolean statusIsDeleted,
        String statusLabel)
        implements StatusOverview {

    static PeriodStatusOverview of(ReportedStatus status, StatusFigures figures, ReportQueries queries) {
        long started = figures.started(status);
        long ended = figures.ended(status);
        Map<String, LeadQuery> queryByFigure = Map.of(
                "ended", queries.ended(status),
                "entered", queries.entered(status),
                "gained", queries.gained(status),
                "left", queries.left(status),
                "lost", queries.lost(status),
                "started", queries.started(status));
        return new PeriodStatusOverview(
                LeadQuery.leadsPageUrls(queryByFigure),
                LeadQuery.texts(queryByFigure),
                ended - started,
                percent(ended - started, started),
                ended,
                figures.entered(status),
                figures.gained(status),
                figures.left(status),
                figures.lost(status),
                started,
                status.id(),
                status.isDeleted(),
                status.label());
    }

    /** Rounded half away from zero, as Close's servers do. */
    static Long percent(long change, long started) {
        if (change == 0) {
            return 0L;
        }
        return started == 0
                ? null
                : BigDecimal.valueOf(change)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(started), 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    @Override
    public boolean countsAnything() {
        return started != 0 || ended != 0 || entered != 0 || left != 0 || gained != 0 || lost != 0;
    }
}

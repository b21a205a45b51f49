package io.leadstatus.benchmark;

import java.time.Instant;
import java.util.function.UnaryOperator;

import io.leadstatus.benchmark.RepresentativeFilters.Filter;
import io.leadstatus.report.ReportStatements;
import io.leadstatus.search.SqlPredicate;

/** Reports as the service asks for them, beside the same by hand. Without a start they are overall reports. */
final class ReportComparison {
    static final String LATERAL = "by lateral";
    static final String DISTINCT_ON = "by distinct on";

    private static final String SAME_COLUMNS = """
            select figure, from_status, to_status, leads
            from (%s) figures
            where leads <> 0
            order by figure, from_status, to_status
            """;

    private ReportComparison() {}

    static Comparison ofAllLeads(String question, BenchmarkedOrganization organization, Instant start, Instant end) {
        return beside(oursOfAllLeads(question, organization, start, end), organization, null, start, end);
    }

    /** Without its counterparts. */
    static Comparison oursOfAllLeads(
            String question, BenchmarkedOrganization organization, Instant start, Instant end) {
        return new Comparison(
                question,
                UnaryOperator.identity(),
                BoundStatement.named(
                        SAME_COLUMNS.formatted(ReportStatements.ofAllLeads()),
                        ReportStatements.parameters(organization.number(), start, end)));
    }

    static Comparison ofLeads(
            String question, BenchmarkedOrganization organization, Filter filter, Instant start, Instant end) {
        SqlPredicate condition = organization.plan(filter.query()).filter();
        Comparison ours = new Comparison(
                question,
                UnaryOperator.identity(),
                BoundStatement.named(
                        SAME_COLUMNS.formatted(ReportStatements.ofLeads(condition)),
                        ReportStatements.parameters(condition, organization.number(), start, end)));
        return beside(ours, organization, filter.byHand(), start, end);
    }

    private static Comparison beside(
            Comparison ours, BenchmarkedOrganization organization, String condition, Instant start, Instant end) {
        HandWrittenReport byHand = new HandWrittenReport(organization.number(), condition, start, end);
        return ours.with(LATERAL, BoundStatement.of(SAME_COLUMNS.formatted(byHand.byLateral())))
                .with(DISTINCT_ON, BoundStatement.of(SAME_COLUMNS.formatted(byHand.byDistinctOn())));
    }
}

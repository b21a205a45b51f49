package io.leadstatus.benchmark;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.leadstatus.benchmark.RepresentativeFilters.Filter;
import io.leadstatus.report.ReportStatements;

/** Reports of few, some and most leads over a month and a year. */
final class FilteredReports {
    private static final List<Filter> FILTERS = List.of(
            new Filter(
                    "city:Berlin custom.Seats <= 5",
                    "search_words @@ '''berlin'':*' and document @@ '$.addresses[*].city == \"Berlin\"'"
                            + " and (document -> 'custom' -> 'Seats')::numeric <= 5"),
            new Filter(
                    "city:Berlin",
                    "search_words @@ '''berlin'':*' and document @@ '$.addresses[*].city == \"Berlin\"'"),
            new Filter(
                    "not city:Berlin",
                    "not (search_words @@ '''berlin'':*' and document @@ '$.addresses[*].city == \"Berlin\"')"));
    private static final String SAME_COLUMNS = """
            select figure, from_status, to_status, leads
            from (%s) figures
            where leads > 0
            order by figure, from_status, to_status
            """;

    private final BenchmarkedOrganization organization;

    FilteredReports(BenchmarkedOrganization organization) {
        this.organization = organization;
    }

    List<Comparison> comparisons() {
        LocalDate today = organization.today().atZone(ZoneOffset.UTC).toLocalDate();
        List<Comparison> comparisons = new ArrayList<>();
        for (Filter filter : FILTERS) {
            comparisons.add(comparison(filter, "a month", today.minusDays(45)));
            comparisons.add(comparison(filter, "a year", today.minusDays(380)));
        }
        return comparisons;
    }

    private Comparison comparison(Filter filter, String period, LocalDate from) {
        Instant start = from.atTime(LocalTime.of(8, 17, 29)).toInstant(ZoneOffset.UTC);
        Instant end = start.plus(period.equals("a month") ? 30 : 365, java.time.temporal.ChronoUnit.DAYS);
        ReportStatements.Positional ours =
                ReportStatements.ofLeads(organization.plan(filter.query()).filter(), organization.number(), start, end);
        BoundStatement byHand = HandWrittenReport.ofLeads(filter.byHand(), organization.number(), start, end);
        return new Comparison(
                "report of " + period + ", `" + filter.query() + "`",
                new BoundStatement(SAME_COLUMNS.formatted(ours.sql()), ours.parameters()),
                BoundStatement.of(SAME_COLUMNS.formatted(byHand.sql())));
    }
}

package io.leadstatus.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.leadstatus.benchmark.RepresentativeFilters.Filter;

/** How long reports of few, some and most leads take, over a month and a year, beside the same written by hand. */
final class ReportBenchmark {
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
    private final BenchmarkedOrganization organization;
    private final Connection connection;

    ReportBenchmark(BenchmarkedOrganization organization, Connection connection) {
        this.organization = organization;
        this.connection = connection;
    }

    void run(int rounds, int budget, Path results) throws SQLException, IOException {
        List<Comparison> comparisons = comparisons();
        Comparison.measure(comparisons, rounds, budget, connection);
        ComparisonResults.write(comparisons, results);
        System.out.println("| report of the leads, over | ms | by hand | ratio |");
        System.out.println("|---|--:|--:|--:|");
        comparisons.forEach(
                comparison -> System.out.printf("| %s | %s |%n", comparison.question(), comparison.medians()));
    }

    private List<Comparison> comparisons() {
        LocalDate today = organization.today().atZone(ZoneOffset.UTC).toLocalDate();
        List<Comparison> comparisons = new ArrayList<>();
        for (Filter filter : FILTERS) {
            comparisons.add(comparison(filter, "a month", today.minusDays(45), Duration.ofDays(30)));
            comparisons.add(comparison(filter, "a year", today.minusDays(380), Duration.ofDays(365)));
        }
        return comparisons;
    }

    private Comparison comparison(Filter filter, String period, LocalDate from, Duration length) {
        Instant start = from.atTime(LocalTime.of(8, 17, 29)).toInstant(ZoneOffset.UTC);
        Instant end = start.plus(length);
        return ReportComparison.ofLeads("`" + filter.query() + "`, " + period, organization, filter, start, end);
    }
}

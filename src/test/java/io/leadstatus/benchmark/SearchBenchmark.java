package io.leadstatus.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.leadstatus.benchmark.RepresentativeFilters.Filter;
import io.leadstatus.search.SqlPredicate;

/** How long representative filters take, as first page and as count, beside the same questions written by hand. */
final class SearchBenchmark {
    private static final int ROUNDS = Integer.getInteger("rounds", 9);

    private static final String PAGE = """
            select lead.public_id, lead.status_number, lead.created_at, lead.updated_at, lead.document
            from lead
            where lead.organization_id = ? and (%s)
            order by lead.created_at desc, lead.lead_id desc
            limit 50
            """;
    private static final String COUNT = "select count(*) from lead where lead.organization_id = ? and (%s)";

    private final BenchmarkedOrganization organization;
    private final Connection connection;

    SearchBenchmark(BenchmarkedOrganization organization, Connection connection) {
        this.organization = organization;
        this.connection = connection;
    }

    void run(Path results) throws Exception {
        Map<Filter, Comparison> pages = new LinkedHashMap<>();
        Map<Filter, Comparison> counts = new LinkedHashMap<>();
        List<Comparison> all = new ArrayList<>();
        for (Filter filter : new RepresentativeFilters(organization).all()) {
            pages.put(filter, comparison("page", PAGE, filter));
            counts.put(filter, comparison("count", COUNT, filter));
            all.add(pages.get(filter));
            all.add(counts.get(filter));
        }
        List<Comparison> reports = new FilteredReports(organization).comparisons();
        all.addAll(reports);
        Comparison.measure(all, ROUNDS, connection);
        ComparisonResults.write(all, results);
        print(pages, counts);
        print(reports);
    }

    private Comparison comparison(String kind, String statement, Filter filter) {
        SqlPredicate predicate = organization.plan(filter.query()).filter();
        List<Object> parameters = new ArrayList<>(List.of(organization.number()));
        parameters.addAll(predicate.parameters());
        return new Comparison(
                kind + " of " + filter.query(),
                new BoundStatement(statement.formatted(predicate.sql()), parameters),
                BoundStatement.of(statement.formatted(filter.byHand()), organization.number()));
    }

    private void print(Map<Filter, Comparison> pages, Map<Filter, Comparison> counts) throws SQLException {
        System.out.println("| filter | leads | first 50, ms | by hand | count, ms | by hand |");
        System.out.println("|---|--:|--:|--:|--:|--:|");
        for (Filter filter : pages.keySet()) {
            Comparison page = pages.get(filter);
            Comparison count = counts.get(filter);
            System.out.printf(
                    "| `%s` | %,d | %s | %s | %s | %s |%n",
                    filter.query(),
                    Long.parseLong(count.answer(connection).get(0)),
                    shown(page.ourMedian()),
                    shown(page.handMedian()),
                    shown(count.ourMedian()),
                    shown(count.handMedian()));
        }
    }

    private static void print(List<Comparison> reports) {
        System.out.println("\n| report | ms | by hand |\n|---|--:|--:|");
        for (Comparison report : reports) {
            System.out.printf(
                    "| %s | %s | %s |%n", report.question(), shown(report.ourMedian()), shown(report.handMedian()));
        }
    }

    private static String shown(double millis) {
        return "%,.1f".formatted(millis);
    }
}

package io.leadstatus.benchmark;

import java.io.IOException;
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

    void run(int rounds, Path results) throws SQLException, IOException {
        Map<Filter, Comparison> pages = new LinkedHashMap<>();
        Map<Filter, Comparison> counts = new LinkedHashMap<>();
        List<Comparison> all = new ArrayList<>();
        for (Filter filter : new RepresentativeFilters(organization).all()) {
            pages.put(filter, comparison("page", PAGE, filter));
            counts.put(filter, comparison("count", COUNT, filter));
            all.add(pages.get(filter));
            all.add(counts.get(filter));
        }
        Comparison.measure(all, rounds, connection);
        ComparisonResults.write(all, results);
        print(pages, counts);
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

    private void print(Map<Filter, Comparison> pages, Map<Filter, Comparison> counts) {
        System.out.println("| filter | leads | first 50: ours | by hand | ratio | count: ours | by hand | ratio |");
        System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|");
        for (Filter filter : pages.keySet()) {
            Comparison page = pages.get(filter);
            Comparison count = counts.get(filter);
            System.out.printf(
                    "| `%s` | %,d | %s | %s |%n",
                    filter.query(), Long.parseLong(count.answer().get(0)), page.medians(), count.medians());
        }
    }
}

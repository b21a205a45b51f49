package io.leadstatus.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.leadstatus.benchmark.RepresentativeFilters.Filter;
import io.leadstatus.lead.LeadStatements;
import io.leadstatus.search.SearchPlan;

/** How long the lead search takes for representative filters: the first 50 leads, and how many there are. */
final class SearchBenchmark {
    private static final int LIMIT = 50;
    private static final String COUNT_APART = """
            select total, page.*
            from (
                select count(*) as total
                from lead
                where organization_id = %1$d and (%2$s)
            ) counted
            left join (
                select lead.public_id, status.label, lead.created_at, lead.updated_at, lead.document, lead.lead_id
                from lead
                join lead_status status using (organization_id, status_number)
                where organization_id = %1$d and (%2$s)
                order by created_at, lead_id
                limit %3$d
            ) page on true
            order by created_at, lead_id
            """;
    private static final String COUNT_IN_WINDOW = """
            select count(*) over () as total, lead.public_id, status.label, lead.created_at, lead.updated_at,
                   lead.document
            from lead
            join lead_status status using (organization_id, status_number)
            where organization_id = %1$d and (%2$s)
            order by lead.created_at, lead.lead_id
            limit %3$d
            """;
    private static final Pattern TOTAL_AND_ID = Pattern.compile("^(\\d+) .*?(lead_\\w+)");

    private final BenchmarkedOrganization organization;
    private final Connection connection;

    SearchBenchmark(BenchmarkedOrganization organization, Connection connection) {
        this.organization = organization;
        this.connection = connection;
    }

    void run(int rounds, int budget, Path results) throws SQLException, IOException {
        List<Comparison> comparisons = new ArrayList<>();
        for (Filter filter : new RepresentativeFilters(organization).all()) {
            comparisons.add(comparison(filter));
        }
        Comparison.measure(comparisons, rounds, budget, connection);
        ComparisonResults.write(comparisons, results);
        System.out.println("| query | leads | ms | by hand | ratio |");
        System.out.println("|---|--:|--:|--:|--:|");
        for (Comparison comparison : comparisons) {
            System.out.printf("| `%s` | %,d | %s |%n", comparison.question(), total(comparison), comparison.medians());
        }
    }

    private Comparison comparison(Filter filter) {
        SearchPlan plan = organization.plan(filter.query());
        int number = organization.number();
        BoundStatement ours =
                BoundStatement.named(LeadStatements.firstPage(plan), LeadStatements.parameters(plan, number, LIMIT));
        return new Comparison(filter.query(), SearchBenchmark::totalAndId, ours)
                .with("count apart", BoundStatement.of(COUNT_APART.formatted(number, filter.byHand(), LIMIT)))
                .with(
                        "count in a window",
                        BoundStatement.of(COUNT_IN_WINDOW.formatted(number, filter.byHand(), LIMIT)));
    }

    private static long total(Comparison comparison) {
        return Long.parseLong(comparison.answer().get(0).split(" ")[0]);
    }

    private static String totalAndId(String row) {
        Matcher matcher = TOTAL_AND_ID.matcher(row);
        if (!matcher.find()) {
            throw new IllegalStateException("no lead in " + row);
        }
        return matcher.group(1) + " " + matcher.group(2);
    }
}

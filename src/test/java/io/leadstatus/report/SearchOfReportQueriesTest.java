package io.leadstatus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import io.leadstatus.report.StatusFigures.Move;
import io.leadstatus.search.Expression;
import io.leadstatus.search.ExpressionPrinter;
import io.leadstatus.search.SearchParser;

/** The queries that reports hand out are read as what was meant. */
class SearchOfReportQueriesTest {
    private static final ReportedStatus NASTY = new ReportedStatus(1, "stat_1", "\"a\\\" or (b:c) and\n%_' 😀", false);
    private static final ReportedStatus PLAIN = new ReportedStatus(2, "stat_2", "Bad Fit", false);
    private static final ReportedStatus ITS_TWIN = new ReportedStatus(3, "stat_3", "bad fit", true);
    private static final List<ReportedStatus> STATUSES = List.of(NASTY, PLAIN, ITS_TWIN);

    private static final Instant START = Instant.parse("2014-01-01T08:00:00Z");
    private static final Instant END = Instant.parse("2014-06-01T06:59:59Z");

    @Test
    void queriesOfTheSampleAreReadAndWrittenAsTheyAre() throws IOException {
        Set<String> queries = new TreeSet<>();
        try (InputStream sample = getClass().getResourceAsStream("/sample-response.json")) {
            collectQueries(new ObjectMapper().readTree(sample), queries);
        }
        assertThat(queries).hasSizeGreaterThan(20);
        assertThat(queries)
                .allSatisfy(query -> assertThat(ExpressionPrinter.print(
                                SearchParser.parse(query).expression()))
                        .isEqualTo(query));
    }

    @Test
    void everyQueryOfEveryPeriodIsReadAsWhatWasMeant() {
        for (Period period : List.of(new Period(START, END), new Period(null, END), new Period(null, null))) {
            ReportQueries queries = new ReportQueries(period, STATUSES, null);
            assertThat(STATUSES.stream().flatMap(status -> queriesOf(status, queries, period)))
                    .allSatisfy(
                            query -> assertThat(SearchParser.parse(query.text()).expression())
                                    .isEqualTo(query.condition()));
        }
    }

    @Test
    void aFilterInFrontOfAQueryIsReadAsWhatWasMeant() {
        Expression filter = SearchParser.parse("a or b c").expression();
        Expression query = new ReportQueries(new Period(START, END), STATUSES, null)
                .entered(NASTY)
                .condition();

        Expression both = Expression.allOf(filter, query);

        assertThat(SearchParser.parse("(a or b c) and (" + ExpressionPrinter.print(query) + ")")
                        .expression())
                .isEqualTo(both)
                .isEqualTo(SearchParser.parse(ExpressionPrinter.print(both)).expression());
    }

    private static Stream<LeadQuery> queriesOf(ReportedStatus status, ReportQueries queries, Period period) {
        Stream<LeadQuery> always = Stream.of(
                queries.ended(status),
                queries.entered(status),
                queries.left(status),
                queries.transition(new Move(null, status)),
                queries.transition(new Move(status, PLAIN)),
                queries.summary(new Move(null, status)));
        Stream<LeadQuery> withStart = Stream.of(period)
                .filter(some -> !some.isOverall())
                .flatMap(some -> Stream.of(
                        queries.started(status),
                        queries.gained(status),
                        queries.lost(status),
                        queries.summary(new Move(PLAIN, status))));
        return Stream.concat(always, withStart);
    }

    private static void collectQueries(JsonNode node, Set<String> queries) {
        if (node.has("_query")) {
            queries.add(node.get("_query").textValue());
        }
        if (node.has("_queries")) {
            node.get("_queries").forEach(query -> queries.add(query.textValue()));
        }
        node.forEach(child -> collectQueries(child, queries));
    }
}

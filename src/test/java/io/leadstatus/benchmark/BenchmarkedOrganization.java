package io.leadstatus.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.leadstatus.search.ParsedSearch;
import io.leadstatus.search.SearchContext;
import io.leadstatus.search.SearchParser;
import io.leadstatus.search.SearchPlan;
import io.leadstatus.search.SearchStatus;
import io.leadstatus.search.SearchTranslator;
import io.leadstatus.search.SmartViewResolver;

/** A generated organization that is measured, as searches see it. Its present is the end of what was generated. */
final class BenchmarkedOrganization {
    static final String SMART_VIEW = "Referred and undecided";
    static final String SMART_VIEW_QUERY =
            "\"custom.Lead Source\":\"Referral\" and status in (\"Qualified\", \"In Trial\", \"Negotiating\")";

    private final Connection connection;
    private final OrganizationSize size;
    private final int number;
    private final Instant today;
    private final SearchContext context;

    BenchmarkedOrganization(Connection connection, OrganizationSize size) throws SQLException {
        this.connection = connection;
        this.size = size;
        this.number = Integer.parseInt(BoundStatement.of("select organization_number(?)", size.organization())
                .value(connection));
        long founded = BoundStatement.of(
                        "select extract(epoch from created_at)::bigint from organization where organization_id = ?",
                        number)
                .number(connection);
        this.today = Instant.ofEpochSecond(founded).plusSeconds(GeneratedHistory.DURATION);
        List<SearchStatus> statuses = new ArrayList<>();
        for (PipelineStatus status : PipelineStatus.values()) {
            statuses.add(new SearchStatus(status.number(), "stat_" + status.number(), status.label(), false));
        }
        this.context = new SearchContext(number, () -> ZoneOffset.UTC, today, statuses, this::resolve);
    }

    OrganizationSize size() {
        return size;
    }

    int number() {
        return number;
    }

    Instant today() {
        return today;
    }

    SearchPlan plan(String query) {
        ParsedSearch parsed = SearchParser.parse(query);
        return SearchTranslator.translate(parsed.expression(), context, parsed.positions()::of);
    }

    /** A value of a lead in the middle, by its path in the document. */
    String example(String path) throws SQLException {
        return BoundStatement.of(
                        "select document #>> cast(? as text[]) from lead where organization_id = ? and lead_id ="
                                + " (select max(lead_id) / 2 from lead where organization_id = ?)",
                        path,
                        number,
                        number)
                .value(connection);
    }

    private Optional<SmartViewResolver.Resolved> resolve(String name) {
        return Optional.of(name)
                .filter(SMART_VIEW::equals)
                .map(known -> new SmartViewResolver.Resolved(
                        "save_benchmark", SearchParser.parse(SMART_VIEW_QUERY).expression()));
    }
}

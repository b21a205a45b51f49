package io.leadstatus.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadstatus.search.ParsedSearch;
import io.leadstatus.search.SearchContext;
import io.leadstatus.search.SearchParser;
import io.leadstatus.search.SearchStatus;
import io.leadstatus.search.SearchTranslator;
import io.leadstatus.search.SqlPredicate;

/** The law of the report: every query finds exactly as many leads as the number it stands beside. */
final class ReportLaw {
    private final Connection connection;
    private final SearchContext context;

    /** @param organization {@code orga_…} */
    ReportLaw(Connection connection, String organization) throws SQLException {
        this.connection = connection;
        List<SearchStatus> statuses = new ArrayList<>();
        int number = 0;
        try (PreparedStatement statement = connection.prepareStatement("""
                select organization_id, status_number, lead_status.public_id, label, deleted_at is not null
                from organization join lead_status using (organization_id)
                where organization.public_id = ?
                """)) {
            statement.setString(1, organization);
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                number = row.getInt(1);
                statuses.add(new SearchStatus(row.getInt(2), row.getString(3), row.getString(4), row.getBoolean(5)));
            }
        }
        this.context =
                new SearchContext(number, () -> ZoneOffset.UTC, Instant.now(), statuses, view -> Optional.empty());
    }

    void holdsFor(JsonNode report) throws SQLException {
        for (JsonNode row : report.get("status_overview")) {
            for (Map.Entry<String, JsonNode> query : row.get("_queries").properties()) {
                holds(
                        query.getValue().asText(),
                        row.get("_leads_page_urls").get(query.getKey()).asText(),
                        row.get(query.getKey()).asLong());
            }
        }
        for (String list : List.of("status_transitions", "status_transitions_summary")) {
            for (JsonNode row : report.get(list)) {
                holds(
                        row.get("_query").asText(),
                        row.get("_leads_page_url").asText(),
                        row.get("count").asLong());
            }
        }
    }

    private void holds(String query, String leadsPageUrl, long number) throws SQLException {
        assertThat(count(query)).as(query).isEqualTo(number);
        assertThat(leadsPageUrl).startsWith("/search/").endsWith("/").doesNotContain("+");
        assertThat(URLDecoder.decode(
                        leadsPageUrl.substring("/search/".length(), leadsPageUrl.length() - 1), StandardCharsets.UTF_8))
                .isEqualTo(query);
    }

    private long count(String query) throws SQLException {
        ParsedSearch search = SearchParser.parse(query);
        SqlPredicate filter = SearchTranslator.translate(search.expression(), context, search.positions()::of)
                .filter();
        try (PreparedStatement statement = connection.prepareStatement(
                "select count(*) from lead where lead.organization_id = ? and (" + filter.sql() + ")")) {
            statement.setInt(1, context.organization());
            for (int i = 0; i < filter.parameters().size(); i++) {
                statement.setObject(i + 2, filter.parameters().get(i));
            }
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}

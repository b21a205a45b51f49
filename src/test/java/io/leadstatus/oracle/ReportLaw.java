package io.leadstatus.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadstatus.testing.Service;

/**
 * The law of the report: every query, given to the lead search, finds exactly as many leads as the number it stands
 * beside. Asked over HTTP with the text of the link, which has to be the query.
 *
 * @param apiKey of the organization of the report
 * @param offset the X-TZ-Offset header of the report's request, or null
 */
record ReportLaw(String apiKey, String offset) {
    private static final String PAGE = "/search/";

    void holdsFor(JsonNode report) {
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

    private void holds(String query, String leadsPageUrl, long number) {
        assertThat(leadsPageUrl).startsWith(PAGE).endsWith("/").doesNotContain("+");
        String encoded = leadsPageUrl.substring(PAGE.length(), leadsPageUrl.length() - 1);
        assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(query);
        JsonNode found = Service.get("/api/v1/lead/?_limit=1&_fields=id&query=" + encoded, apiKey, offset);
        assertThat(found.get("total_results").asLong()).as(query).isEqualTo(number);
    }
}

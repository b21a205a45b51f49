package io.leadstatus.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** The order of found leads and their pages, over the lively demo organization. */
@ServiceTest
class LeadPagesTest {
    private static final String PATH = "/api/v1/lead/";
    private static final int LIVELY_LEADS = 2_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "sort:-created",
                "sort:display_name",
                "sort:-contacts,name",
                "sort:status",
                "sort:custom.Seats",
                "sort:\"-custom.Lead Source,created\""
            })
    void pagesHoldEveryLeadOnceInOneOrder(String query) {
        List<String> walked = ids(query, 200);

        assertThat(walked).hasSize(LIVELY_LEADS).doesNotHaveDuplicates();
        assertThat(ids(query, 170)).isEqualTo(walked);
    }

    @ParameterizedTest
    @CsvSource({"created, -created", "name, -name", "'contacts,created', '-contacts,-created'", "status, -status"})
    void descendingIsAscendingFromTheEnd(String ascending, String descending) {
        List<String> reversed = ids("sort:" + ascending, 200);
        Collections.reverse(reversed);

        assertThat(ids("sort:" + descending, 200)).isEqualTo(reversed);
    }

    @Test
    void slicesHoldEveryLeadOnce() {
        List<String> sliced = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            List<String> slice = ids("custom.Seats > 0 sort:-created slice:" + i + "/3", 200);
            assertThat(slice).hasSizeBetween(LIVELY_LEADS / 4, LIVELY_LEADS / 2);
            sliced.addAll(slice);
        }
        assertThat(sliced).containsExactlyInAnyOrderElementsOf(ids("", 200));
    }

    @Test
    void theDefaultOrderIsThatOfCreation() {
        JsonNode leads = search("_fields=date_created&_limit=200&_skip=300").get("data");

        List<String> moments = new ArrayList<>();
        leads.forEach(lead -> moments.add(lead.get("date_created").asText()));
        assertThat(moments).hasSize(200).isSorted();
    }

    @Test
    void statusesAreSortedInTheOrderOfTheOrganization() {
        List<String> labels = new ArrayList<>();
        for (int skip = 0; skip < LIVELY_LEADS; skip += 200) {
            search("query=sort:status&_fields=status_label&_limit=200&_skip=" + skip)
                    .get("data")
                    .forEach(lead -> labels.add(lead.get("status_label").asText()));
        }
        assertThat(labels.stream().distinct())
                .containsExactly(
                        "Potential",
                        "Contacted",
                        "Qualified",
                        "In Trial",
                        "Negotiating",
                        "Customer",
                        "Bad Fit",
                        "Nurturing");
    }

    @Test
    void behindTheEndThereIsNothing() {
        JsonNode page = search("_skip=2147483647&_limit=200");

        assertThat(page.toString()).isEqualTo("{\"data\":[],\"has_more\":false,\"total_results\":2000}");
        assertThat(search("_limit=0").toString()).isEqualTo("{\"data\":[],\"has_more\":true,\"total_results\":2000}");
        assertThat(search("query=name:nobodyatall").toString())
                .isEqualTo("{\"data\":[],\"has_more\":false,\"total_results\":0}");
    }

    private static List<String> ids(String query, int limit) {
        List<String> ids = new ArrayList<>();
        JsonNode page;
        do {
            page = search("_fields=id&_limit=" + limit + "&_skip=" + ids.size() + "&query="
                    + URLEncoder.encode(query, StandardCharsets.UTF_8));
            page.get("data").forEach(lead -> ids.add(lead.get("id").asText()));
        } while (page.get("has_more").asBoolean());
        assertThat(ids).hasSize(page.get("total_results").asInt());
        return ids;
    }

    private static JsonNode search(String parameters) {
        return Service.get(PATH + "?" + parameters, "api_lively", null);
    }
}

package io.leadstatus.lead;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** The lead search as clients of Close use it, over the demo organizations. */
@ServiceTest
class LeadSearchTest {
    private static final String PATH = "/api/v1/lead/";
    private static final String QUALIFIED = "stat_eQ5KZbBVePlxF7sUdiV7s0mDNBkUxGv7k4i0c7XsoqL";
    private static final int LIVELY_LEADS = 2_000;

    @Test
    void answersInTheEnvelopeOfClose() {
        Response response = client().get(PATH);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("application/json");
        assertThat(response.asString())
                .startsWith("{\"data\":[{")
                .endsWith(",\"has_more\":true,\"total_results\":50060}");
        assertThat(response.jsonPath().getList("data")).hasSize(100);
    }

    @Test
    void answersWithoutTheTrailingSlashAndToHead() {
        client().redirects().follow(false).get("/api/v1/lead?_limit=1").then().statusCode(200);
        Response head = client().head(PATH + "?_limit=1");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.asString()).isEmpty();
    }

    @Test
    void answersThePostThatStandsForAGet() {
        Response response = client().header("X-HTTP-Method-Override", "GET")
                .contentType("application/json")
                .body(
                        "{\"_params\": {\"query\": \"status:qualified\", \"_limit\": 3, \"_fields\": [\"id\", \"name\"]}}")
                .post(PATH);

        assertThat(response.jsonPath().getInt("total_results")).isEqualTo(28);
        assertThat(response.jsonPath().getList("data")).hasSize(3);
        assertThat(response.jsonPath().getMap("data[0]")).containsOnlyKeys("id", "name");
    }

    /** Every query of the sample answer in Close's documentation, as its link has it, beside the number there. */
    @Test
    void findsAsManyLeadsAsTheSampleSays() throws IOException {
        JsonNode sample;
        try (InputStream file = getClass().getResourceAsStream("/sample-response.json")) {
            sample = new ObjectMapper().readTree(file);
        }
        int asked = 0;
        for (JsonNode row : sample.get("status_overview")) {
            for (Map.Entry<String, JsonNode> url : row.get("_leads_page_urls").properties()) {
                assertFound(url.getValue().asText(), row.get(url.getKey()).asInt());
                asked++;
            }
        }
        for (String list : List.of("status_transitions", "status_transitions_summary")) {
            for (JsonNode row : sample.get(list)) {
                assertFound(
                        row.get("_leads_page_url").asText(), row.get("count").asInt());
                asked++;
            }
        }
        assertThat(asked).isEqualTo(23);
    }

    private static void assertFound(String link, int number) {
        String encoded = link.substring("/search/".length(), link.length() - 1);
        JsonNode found = Service.get(PATH + "?_limit=1&_fields=id&query=" + encoded, "api_demo", null);
        assertThat(found.get("total_results").asInt()).as(link).isEqualTo(number);
        assertThat(found.get("data")).hasSize(Math.min(1, number));
        assertThat(found.get("has_more").asBoolean()).isEqualTo(number > 1);
    }

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id                                  | id
            id,display_name,custom              | id,display_name,custom
            ' id , nothing , status_label '     | id,status_label
            nothing                             |
            custom.nothing,created_by           | created_by
            """)
    void fieldsAreThoseThatAreAskedFor(String fields, String expected) {
        Response response =
                client().queryParam("_fields", fields).queryParam("_limit", 1).get(PATH);

        assertThat(response.jsonPath().getMap("data[0]").keySet())
                .isEqualTo(expected == null ? Set.of() : Set.of(expected.split(",")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_all", "id,_all", ","})
    void allFieldsAreThereUnlessSomeAreNamed(String fields) {
        Response response =
                client().queryParam("_fields", fields).queryParam("_limit", 1).get(PATH);

        assertThat(response.jsonPath().getMap("data[0]").keySet())
                .contains(
                        "id",
                        "name",
                        "display_name",
                        "status_id",
                        "status_label",
                        "date_created",
                        "date_updated",
                        "organization_id",
                        "html_url",
                        "description",
                        "url",
                        "contacts",
                        "addresses",
                        "opportunities",
                        "tasks",
                        "custom")
                .doesNotContain("lead_id", "status_number", "document", "search_words", "created_at");
    }

    @Test
    void aLeadIsAnsweredByItself() {
        Map<String, Object> lead = client().get(PATH + "?query=status:qualified&_limit=1")
                .jsonPath()
                .getMap("data[0]");

        for (String slash : List.of("", "/")) {
            Response response = client().get(PATH + lead.get("id") + slash);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.contentType()).startsWith("application/json");
            assertThat(response.jsonPath().<String, Object>getMap("$")).isEqualTo(lead);
        }
        assertThat(client().get(PATH + lead.get("id") + "/?_fields=status_id,organization_id")
                        .asString())
                .isEqualTo("{\"status_id\": \"" + QUALIFIED + "\", \"organization_id\": \"orga_demo\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lead_unknown",
                "%00",
                "lead_%00",
                "'",
                "%25",
                "..%2f..",
                "lead_%F0%9F%98%80",
                "lead_a%22b",
                "%20"
            })
    void anUnknownLeadDoesNotExist(String id) {
        Response response = client().urlEncodingEnabled(false).get(PATH + id + "/");

        assertThat(response.asString()).isEqualTo("{\"error\":\"Empty query: Lead matching query does not exist.\"}");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.contentType()).startsWith("application/json");
    }

    @Test
    void leadsOfAnotherOrganizationDoNotExist() {
        String foreign = search("_limit=1&_fields=id").at("/data/0/id").asText();

        Response response = client().get(PATH + foreign + "/");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.asString()).isEqualTo("{\"error\":\"Empty query: Lead matching query does not exist.\"}");
        for (String query : List.of(
                "id:" + foreign,
                "id in (\"" + foreign + "\")",
                "not not id:" + foreign,
                "id:" + foreign + " or name:nobodyatall",
                "lead_status(status:\"In Trial\" on:today)",
                "lead_status_change(new_status_id:stat_lively_customer)",
                "original_lead_status_id:stat_lively_potential",
                "status_id:stat_lively_potential")) {
            Response found = client().queryParam("query", query).get(PATH);
            assertThat(found.statusCode() == 400 || found.jsonPath().getInt("total_results") == 0)
                    .as(query + ": " + found.asString())
                    .isTrue();
        }
        assertThat(client().queryParam("query", "not id:" + foreign)
                        .get(PATH)
                        .jsonPath()
                        .getInt("total_results"))
                .isEqualTo(50_060);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            status:              | position 7: found the end, expected a value such as "Qualified"
            in:save_lively_open  | position 0: in:"save_lively_open": There is no such smart view.
            in:"New and open"    | position 0: in:"New and open": There is no such smart view.
            nmae:x               | position 0: Unknown keyword "nmae". Did you mean name?
            calls = 0            | position 0: "calls" asks for what is not held here
            * sort:wings         | position 2: Cannot sort by "wings". Use one of addresses,
            * slice:3/2          | position 2: slice takes a part such as 1/5: the first of five.
            created > "soon"     | position 0: created takes a date
            `   `                | position 3: found the end
            """)
    void aQueryThatIsNotUnderstoodIsNamedWithItsPosition(String query, String message) {
        Response response = client().queryParam("query", query).get(PATH);

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        assertThat(response.jsonPath().getList("errors")).isEmpty();
        assertThat(response.jsonPath().getString("'field-errors'.query")).startsWith(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            query=%00              | {"errors":[],"field-errors":{"query":"position 0: found the character U+0000, expected a character of Unicode other than NUL"}}
            timezone=Mars          | {"errors":[],"field-errors":{"timezone":"Unknown time zone. Use an IANA name such as \\"America/Los_Angeles\\"."}}
            _limit=201             | {"error":"The limit you set is larger than the maximum limit for this resource (max_limit = 200)."}
            _limit=%00             | {"error":"_limit must be an integer (got \\"\\u0000\\" instead)."}
            _limit=x&query=)       | {"error":"_limit must be an integer (got \\"x\\" instead)."}
            _skip=-1               | {"error":"_skip must be a non-negative integer (got \\"-1\\" instead)."}
            """)
    void aParameterThatIsWrongIsNamed(String parameters, String body) {
        Response response = client().urlEncodingEnabled(false).get(PATH + "?" + parameters);

        assertThat(response.asString()).isEqualTo(body);
        assertThat(response.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_fields=%00",
                "_fields=id,%00,';--",
                "query=custom.%25s:%3F",
                "query=%22%3F :a ' -- %5C%5C%22",
                "query=sort:%22custom.%3F:a'%22",
                "query=sort:%22custom.%5C%5C%22"
            })
    void oddTextsAreNoFaultOfTheService(String parameters) {
        Response response = client().urlEncodingEnabled(false)
                .get(PATH + "?_limit=1&" + parameters.replace(" ", "%20").replace("'", "%27"));

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    }

    @Test
    void theOffsetIsAskedForOnlyWhereADateNeedsIt() {
        client().header("X-TZ-Offset", "abc")
                .get(PATH + "?_limit=1&query=status:qualified")
                .then()
                .statusCode(200);
        Response needed = client().header("X-TZ-Offset", "abc").get(PATH + "?_limit=1&query=created:today");

        assertThat(needed.statusCode()).isEqualTo(400);
        assertThat(needed.asString()).contains("\"X-TZ-Offset\":\"Invalid offset.");
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

    private static RequestSpecification client() {
        return given().header("Authorization", Service.basic("api_demo"));
    }
}

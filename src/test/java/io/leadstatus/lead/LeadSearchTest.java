package io.leadstatus.lead;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
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

    private static RequestSpecification client() {
        return given().header("Authorization", Service.basic("api_demo"));
    }
}

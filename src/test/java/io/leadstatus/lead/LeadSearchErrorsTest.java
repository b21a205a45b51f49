package io.leadstatus.lead;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** What the lead search does not find or does not understand, over the demo organizations. */
@ServiceTest
class LeadSearchErrorsTest {
    private static final String PATH = "/api/v1/lead/";

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
        String foreign = Service.get(PATH + "?_limit=1&_fields=id", "api_lively", null)
                .at("/data/0/id")
                .asText();

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

    private static RequestSpecification client() {
        return given().header("Authorization", Service.basic("api_demo"));
    }
}

package io.leadstatus.smartview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** The smart views of the demo organizations, as clients of Close list them. */
@ServiceTest
class SmartViewResourceTest {
    private static final String PATH = "/api/v1/saved_search/";

    @Test
    void listsThemByName() {
        Response response = client("api_lively").get(PATH + "?_fields=name");

        assertThat(response.jsonPath().getList("data.name", String.class))
                .contains("Lost once, and back", "New and open", "New this month", "Open", "Won")
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    void pagesThem() {
        Response first = client("api_lively").get(PATH + "?_limit=2&_fields=id");
        Response second = client("api_lively").get(PATH + "?_limit=2&_skip=2&_fields=id");

        assertThat(first.jsonPath().getList("data"))
                .hasSize(2)
                .doesNotContainAnyElementsOf(second.jsonPath().getList("data"));
        assertThat(first.jsonPath().getBoolean("has_more")).isTrue();
        assertThat(first.jsonPath().getInt("total_results")).isGreaterThanOrEqualTo(5);
        assertThat(client("api_lively").get(PATH + "?_limit=x").asString())
                .isEqualTo("{\"error\":\"_limit must be an integer (got \\\"x\\\" instead).\"}");
    }

    @Test
    void answersOneWithEverythingThatCloseTells() {
        assertThat(client("api_demo").get(PATH + "save_demo_web").asString()).matches("""
                        \\{"id":"save_demo_web","name":"Came by the web","type":"lead",\
                        "query":"\\\\"custom.Lead Source\\\\":\\\\"Web\\\\" sort:-created","s_query":null,\
                        "is_shared":true,"is_user_dependent":false,"description":null,"selected_fields":null,\
                        "shared_with":null,"sharing_settings":null,"organization_id":"orga_demo","user_id":null,\
                        "date_created":"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+00:00",\
                        "date_updated":"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+00:00"\\}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"save_demo_web", "save_x", "%00", "'", "..%2f", "lead_x"})
    void anotherOrganizationsAndAnUnknownOneDoNotExist(String id) {
        Response response = client("api_lively").urlEncodingEnabled(false).get(PATH + id + "/");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.asString())
                .isEqualTo("{\"error\":\"Empty query: SavedSearch matching query does not exist.\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            type=lead                        | true
            type=                            | true
            type=contact                     | false
            type__in=contact,lead            | true
            type__in=contact,%20opportunity  | false
            type=contact&type__in=lead       | false
            """)
    void thoseOfATypeAreAboutLeads(String parameters, boolean areThere) {
        Response response = client("api_lively").urlEncodingEnabled(false).get(PATH + "?" + parameters);

        assertThat(response.jsonPath().getInt("total_results") > 0).isEqualTo(areThere);
    }

    @Test
    void anUnknownTypeIsRefused() {
        assertThat(client("api_lively")
                        .get(PATH + "?type=leads&type__in=lead,x")
                        .asString())
                .isEqualTo("{\"errors\":[],\"field-errors\":{\"type\":\"Not a valid choice. Use \\\"lead\\\".\","
                        + "\"type__in\":\"Not a valid choice. Use \\\"lead\\\".\"}}");
    }

    @Test
    void eachOfTheDemoFindsLeads() {
        for (String key : new String[] {"api_demo", "api_lively"}) {
            for (String id : client(key).get(PATH).jsonPath().getList("data.id", String.class)) {
                if (id.startsWith("save_demo_") || id.startsWith("save_lively_")) {
                    Response found = client(key).get("/api/v1/lead/?_fields=id&_limit=1&query=in:" + id);
                    assertThat(found.statusCode()).as(found.asString()).isEqualTo(200);
                    assertThat(found.jsonPath().getInt("total_results")).as(id).isPositive();
                }
            }
        }
    }

    private static RequestSpecification client(String apiKey) {
        return given().header("Authorization", Service.basic(apiKey));
    }
}

package io.leadstatus.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** What a caller did wrong is said in JSON, with the parameter's name; nothing that is sent is answered with a 500. */
@ServiceTest
class ReportErrorsTest {
    private static final String PATH = Service.reportPath("orga_demo");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2014-02-30",
                "0000-01-01",
                "99999-01-01",
                "2014-01-01T25:00",
                "2014-01-01T24:00",
                "2014-01-01T08:00:60",
                "2014-01-01T08:00+19:00",
                "2014-01-01Z",
                "2014-01",
                "12/1/2017",
                "2014-01-01\u0000",
                "\u0001",
                "２０１４-01-01",
                "2014-01-01T08:00:00 PST",
                " 2014-01-01",
                "now",
                "'; drop table lead; --"
            })
    void aBadDateIsNamed(String date) {
        for (String parameter : new String[] {"date_start", "date_end"}) {
            Response response = client().queryParam(parameter, date).get(PATH);

            assertThat(response.asString())
                    .isEqualTo(
                            "{\"errors\":[],\"field-errors\":{\"" + parameter + "\":\"Invalid ISO 8601 datetime.\"}}");
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.contentType()).isEqualTo("application/json");
        }
    }

    @Test
    void tenKilobytesOfDigitsAreABadDate() {
        Response response = client().header("X-HTTP-Method-Override", "GET")
                .contentType("application/json")
                .body("{\"_params\": {\"date_start\": \"" + "1".repeat(10_240) + "\"}}")
                .post(PATH);

        assertThat(response.asString())
                .isEqualTo("{\"errors\":[],\"field-errors\":{\"date_start\":\"Invalid ISO 8601 datetime.\"}}");
        assertThat(response.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    date_start=2014-02-01&date_end=2014-01-31     | date_end      | before date_start
                    date_start=2014-01-01T08:00:01Z&date_end=2014-01-01T08:00:00Z | date_end | before date_start
                    timezone=Mars/Base                            | timezone      | America/Los_Angeles
                    timezone=%00                                  | timezone      | America/Los_Angeles
                    timezone=UTC%2B5                              | timezone      | America/Los_Angeles
                    query=status:                                 | query         | position 7: found the end, expected a value
                    query=nmae:acme                               | query         | position 0: Unknown keyword "nmae". Did you mean name?
                    query=calls%20%3E%200                         | query         | position 0:
                    query=in:%22No%20such%20view%22               | query         | position 0: in:"No such view": There is no such smart view.
                    query=%00                                     | query         | position 0: found
                    smart_view_id=save_x                          | smart_view_id | Object does not exist.
                    smart_view_id=%00                             | smart_view_id | Object does not exist.
                    """)
    void aParameterThatIsWrongIsNamed(String query, String parameter, String message) {
        Response response = client().urlEncodingEnabled(false).get(PATH + "?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getList("errors")).isEmpty();
        assertThat(response.jsonPath().getString("'field-errors'." + parameter)).contains(message);
    }

    @Test
    void aWrongQueryIsSaidTogetherWithAllElse() {
        Response response = client().header("X-TZ-Offset", "x")
                .queryParam("query", "created:today or (")
                .queryParam("date_start", "c")
                .queryParam("date_end", "2014-01-01")
                .get(PATH);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getMap("'field-errors'")).containsOnlyKeys("query", "date_start", "X-TZ-Offset");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Response response = client().queryParam("query", "a")
                .queryParam("smart_view_id", "b")
                .queryParam("date_start", "c")
                .queryParam("date_end", "d")
                .queryParam("timezone", "e")
                .get(PATH);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getList("errors"))
                .isEqualTo(List.of("Specify either query or smart_view_id, not both."));
        assertThat(response.jsonPath().getMap("'field-errors'")).containsOnlyKeys("date_start", "date_end", "timezone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "99", "-15", "14.01", "1e1", "--1", "5.", "0x1"})
    void aBadOffsetIsNamedWhereADateNeedsIt(String offset) {
        Response needed = client().header("X-TZ-Offset", offset).get(PATH + "?date_start=2014-01-01");
        Response notNeeded = client().header("X-TZ-Offset", offset).get(PATH + "?date_start=2014-01-01T00:00Z");
        Response overruled = client().header("X-TZ-Offset", offset).get(PATH + "?date_start=2014-01-01&timezone=UTC");

        assertThat(needed.statusCode()).isEqualTo(400);
        assertThat(needed.asString()).contains("\"X-TZ-Offset\":\"Invalid offset.");
        assertThat(notNeeded.statusCode()).isEqualTo(200);
        assertThat(overruled.statusCode()).isEqualTo(200);
    }

    @Test
    void bothFiltersAreRefused() {
        client().queryParam("query", "a")
                .queryParam("smart_view_id", "b")
                .get(PATH)
                .then()
                .statusCode(400)
                .body(equalTo("{\"errors\":[\"Specify either query or smart_view_id, not both.\"],"
                        + "\"field-errors\":{}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orga_lively", "orga_unknown", "%00", "orga_demo%20", "'"})
    void anotherOrganizationDoesNotExist(String organization) {
        Response response = client().urlEncodingEnabled(false).get(Service.reportPath(organization));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.asString())
                .isEqualTo("{\"error\":\"Empty query: Organization matching query does not exist.\"}");
        assertThat(response.contentType()).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/nothing/", "/api/v1/report/statuses/lead/", "/q/health/../nothing"})
    void anUnknownPathIsA404(String path) {
        Response response = client().get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.contentType()).isEqualTo("application/json");
        assertThat(response.jsonPath().getString("error")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "image/png"})
    void aFormatThatNobodyWritesIsA406ThatNamesThoseThatAre(String accepted) {
        Response response = client().accept(accepted).get(PATH);

        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(response.jsonPath().getString("error")).contains("application/json", "text/csv", "report");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void anotherMethodIsA405ThatNamesThoseAllowed(String method) {
        Response response = client().request(method, PATH);

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(String.join(",", response.headers().getValues("Allow"))).contains("GET", "HEAD");
        assertThat(response.contentType()).isEqualTo("application/json");
        assertThat(response.jsonPath().getString("error")).contains("GET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"_params\":", "[1]", "", "{}", "{\"_params\": 7}", "{\"_params\": {\"query\": {}}}", "\u0000"
            })
    void aBodyThatIsNotParametersIsRefusedWithAnExample(String body) {
        Response response = client().header("X-HTTP-Method-Override", "GET")
                .contentType("application/json")
                .body(body)
                .post(PATH);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getString("error")).contains("{\"_params\": {\"date_start\": \"2014-01-01\"}}");
    }

    private static RequestSpecification client() {
        return given().header("Authorization", Service.basic("api_demo"));
    }
}

package io.leadstatus.page;

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

/** What the pages say to browsers, and to who has no browser. */
@ServiceTest
class PagesTest {
    private static final String REPORT = Service.reportPath("orga_lively");

    @ParameterizedTest
    @ValueSource(strings = {"/report/statuses/lead/", "/search/", "/search/status:qualified/"})
    void aPageRunsNoScriptButOurOwnAndIsKeptByNobody(String path) {
        Response page = client("api_demo").get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString()).contains("<meta charset=\"utf-8\">");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.asString())
                .doesNotContain("style=")
                .doesNotContain("onclick")
                .doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/report/statuses/lead/", "/search/x/", "/lead/lead_x/", "/assets/leadstatus.css"})
    void aBrowserAsksForTheKey(String path) {
        Response answer = given().get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
    }

    @Test
    void aLeadOfAnotherOrganizationDoesNotExist() {
        String lead = client("api_lively")
                .get("/api/v1/lead/?_limit=1&_fields=id")
                .jsonPath()
                .getString("data[0].id");

        assertThat(client("api_lively").get("/lead/" + lead + "/").statusCode()).isEqualTo(200);
        assertThat(client("api_demo").get("/lead/" + lead + "/").statusCode()).isEqualTo(404);
        assertThat(client("api_demo").get("/lead/%00/").statusCode()).isEqualTo(404);
    }

    @Test
    void theFormLeadsToTheAddressThatHoldsTheQuery() {
        client("api_demo")
                .redirects()
                .follow(false)
                .queryParam("query", "name:\"a/b\" + ü")
                .get("/search/")
                .then()
                .statusCode(303)
                .header("Location", org.hamcrest.Matchers.endsWith("/search/name%3A%22a%2Fb%22%20%2B%20%C3%BC/"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            * slice:1/5                            |         | 400
            * slice:1/5                            | name    | 400
            * slice:1/5                            | -status | 400
            slice:1/5 sort:-created                | name    | 400
            sort:-created                          | name    | 2000
            """)
    void aClickOnAColumnKeepsTheSliceOfTheQuery(String query, String sort, int total) {
        Response page = client("api_lively").queryParam("sort", sort).get("/search/{query}/", query);

        assertThat(page.asString()).contains("<data id=\"total\" value=\"" + total + "\">");
        assertThat(page.statusCode()).isEqualTo(200);
    }

    @Test
    void aClickOnAColumnReplacesTheSortOfTheQuery() {
        String byName = leads(client("api_lively").get("/search/{query}/", "sort:name"));

        assertThat(leads(client("api_lively").get("/search/{query}/?sort=name", "sort:-created SORT:-name")))
                .isEqualTo(byName)
                .contains("/lead/lead_");
    }

    @ParameterizedTest
    @CsvSource({
        "date_start=x,                   400, Invalid ISO 8601 datetime.",
        "query=(,                        400, position 1",
        "timezone=Mars,                  400, America/Los_Angeles",
        "query=a&smart_view_id=b,        400, Specify either query or smart_view_id",
        "date_start=2024-01-01&date_end=2023-01-01, 400, before date_start"
    })
    void whatIsWrongStandsInTheForm(String query, int status, String message) {
        Response page = client("api_demo").urlEncodingEnabled(false).get("/report/statuses/lead/?" + query);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.asString()).contains(message).contains("role=\"alert\"").doesNotContain("id=\"overview\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_format=csv", ""})
    void theReportIsATableToo(String parameter) {
        RequestSpecification asked = client("api_lively");
        Response answer = (parameter.isEmpty() ? asked.accept("text/csv") : asked)
                .get(REPORT + "?date_start=2024-01-01&" + parameter);

        assertThat(answer.contentType()).startsWith("text/csv");
        assertThat(answer.header("Content-Disposition")).contains("attachment");
        List<String> lines = answer.asString().lines().toList();
        assertThat(lines.get(0)).startsWith("list,status_id,status_label,status_is_deleted,started,ended,");
        Response json = client("api_lively").get(REPORT + "?date_start=2024-01-01");
        assertThat(lines)
                .hasSize(1
                        + json.jsonPath().getList("status_overview").size()
                        + json.jsonPath().getList("status_transitions").size()
                        + json.jsonPath().getList("status_transitions_summary").size());
        assertThat(lines.get(1))
                .startsWith("status_overview,stat_lively_potential,Potential,false,"
                        + json.jsonPath().getInt("status_overview[0].started") + ",");
        assertThat(answer.asString().split("\r\n")).hasSameSizeAs(lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "application/json, text/csv",
                "text/html,application/xhtml+xml,*/*;q=0.8"
            })
    void whoDoesNotAskForATableGetsJson(String accept) {
        assertThat(client("api_lively").accept(accept).get(REPORT).contentType())
                .startsWith("application/json");
    }

    private static String leads(Response page) {
        return page.asString().replaceAll("(?s).*<tbody>|</tbody>.*", "");
    }

    private static RequestSpecification client(String apiKey) {
        return given().header("Authorization", Service.basic(apiKey));
    }
}

package io.leadstatus.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.leadstatus.testing.SampleAnswer;
import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** The demo organization answers what Close's documentation shows, to the letter and in the order of its keys. */
@ServiceTest
class SampleReportTest {
    private static final String PATH = Service.reportPath("orga_demo");

    @ParameterizedTest
    @CsvSource({
        "2014-01-01, 2014-05-31, America/Los_Angeles",
        "2014-01-01T00:00:00-08:00, 2014-05-31T23:59:59-07:00,",
        "2014-01-01T08:00:00.000Z, 2014-06-01T06:59:59.999Z,",
        "2014-01-01 08:00, 2014-06-01 06:59:59,"
    })
    void answersTheSample(String start, String end, String timezone) {
        Response response = get(start, end, timezone);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("application/json");
        assertThat(SampleAnswer.pretty(response.asString())).isEqualTo(SampleAnswer.pretty());
    }

    @Test
    void answersWithoutTheTrailingSlash() {
        String answer = client().queryParam("date_start", "2014-01-01T08:00:00Z")
                .queryParam("date_end", "2014-06-01T06:59:59Z")
                .redirects()
                .follow(false)
                .get(PATH.substring(0, PATH.length() - 1))
                .asString();

        assertThat(SampleAnswer.pretty(answer)).isEqualTo(SampleAnswer.pretty());
    }

    @Test
    void answersThePostThatStandsForAGet() {
        String answer = client().header("X-HTTP-Method-Override", "GET")
                .contentType("application/json")
                .body("""
                        {"_params": {"date_start": "2014-01-01", "date_end": "2014-05-31",
                                     "timezone": "America/Los_Angeles"}}
                        """)
                .post(PATH + "?date_end=overridden")
                .asString();

        assertThat(SampleAnswer.pretty(answer)).isEqualTo(SampleAnswer.pretty());
    }

    @Test
    void headAnswersWithoutABody() {
        Response response = client().head(PATH);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asString()).isEmpty();
    }

    @Test
    void ignoresWhatRealClientsSendBesides() {
        client().queryParam("user_id", "user_x")
                .queryParam("_fields", "status_overview")
                .queryParam("query", "")
                .queryParam("smart_view_id", "")
                .queryParam("date_start", "")
                .header("X-TZ-Offset", "abc")
                .get(PATH)
                .then()
                .statusCode(200);
    }

    @Test
    void theFirstOfARepeatedParameterCounts() {
        client().get(PATH + "?date_end=2014-01-01&date_end=abc").then().statusCode(200);
        client().get(PATH + "?date_end=abc&date_end=2014-01-01").then().statusCode(400);
    }

    @Test
    void anOverallReportComparesNothingWithAStart() {
        String answer = client().get(PATH).asString();

        assertThat(SampleAnswer.pretty(answer))
                .contains("\"ended\" : \"lead_status:\\\"Qualified\\\"\"")
                .contains("\"_query\" : \"original_lead_status:\\\"Potential\\\"\"")
                .contains("\"left\" : \"lead_status_change(old_status:\\\"Potential\\\")\"")
                .doesNotContain("\"started\"", "\"change\"", "\"change_percent\"", "\"gained\"", "\"lost\"");
    }

    private static Response get(String start, String end, String timezone) {
        RequestSpecification request = client().queryParam("date_start", start).queryParam("date_end", end);
        return (timezone == null ? request : request.queryParam("timezone", timezone)).get(PATH);
    }

    private static RequestSpecification client() {
        return given().header("Authorization", Service.basic("api_demo"));
    }
}

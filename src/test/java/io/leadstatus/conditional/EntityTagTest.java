package io.leadstatus.conditional;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** A caller that has the answer already is told so. */
@ServiceTest
class EntityTagTest extends TaggedOrganization {
    @Test
    void aReportCarriesATagAndIsTheCallersAlone() {
        Response report = client().get(path(JUNE));

        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.header("ETag")).matches("\"[\\w-]{22}\\.[\\w-]{22}\"");
        assertThat(list(report, "Cache-Control")).containsExactlyInAnyOrder("private", "no-cache");
        assertThat(list(report, "Vary")).containsExactlyInAnyOrder("Authorization", "X-TZ-Offset");
    }

    @Test
    void aFilteredReportIsComputedAndComparedWithWhatTheCallerHas() throws SQLException {
        String filtered = JUNE + "&query=name:acme";
        String tag = tag(filtered);
        assertThat(tag).matches("\"[\\w-]{22}\"");
        assertUnchanged(conditional(tag).get(path(filtered)), tag);

        change("update lead set document = '{\"name\": \"Acme\"}' where organization_id = organization_number('%1$s')");

        assertThat(conditional(tag).get(path(filtered)).statusCode()).isEqualTo(200);
        assertThat(conditional(tag(JUNE)).get(path(filtered)).statusCode()).isEqualTo(200);
    }

    @Test
    void headAndThePostThatStandsForAGetAreConditionalToo() {
        String tag = tag(JUNE);

        Response head = client().head(path(JUNE));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(tag);
        assertThat(conditional(tag).head(path(JUNE)).statusCode()).isEqualTo(304);

        Response post = asPost(client());
        assertThat(post.statusCode()).isEqualTo(200);
        assertThat(post.header("ETag")).isEqualTo(tag);
        assertUnchanged(asPost(conditional(tag)), tag);
    }

    @Test
    void tagsComeWeakenedAmongOthersAndAsAny() {
        String tag = tag(JUNE);

        assertUnchanged(conditional("W/" + tag).get(path(JUNE)), tag);
        assertUnchanged(conditional("\"other\", " + tag).get(path(JUNE)), tag);
        assertUnchanged(conditional("*").get(path(JUNE)), tag);
        assertThat(conditional("\"other\"").get(path(JUNE)).statusCode()).isEqualTo(200);
        assertThat(conditional(tag.substring(0, 30)).get(path(JUNE)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTagIsNoCredentialAndOpensNoOtherOrganization() {
        String tag = tag(JUNE);

        assertThat(given().header("If-None-Match", tag).get(path(JUNE)).statusCode())
                .isEqualTo(401);
        assertThat(given().header("If-None-Match", tag)
                        .header("Authorization", Service.basic("api_demo"))
                        .get(path(JUNE))
                        .statusCode())
                .isEqualTo(404);
        assertThat(given().header("If-None-Match", tag)
                        .header("Authorization", Service.basic("api_demo"))
                        .get(Service.reportPath("orga_demo") + JUNE)
                        .statusCode())
                .isEqualTo(200);
    }

    /** The status that the answer has after a lead has got another name. */
    @ParameterizedTest
    @CsvSource({"/api/v1/lead/, 200", "/api/v1/lead/lead_first/, 200", "/api/v1/status/lead/, 304", "/api/v1/me/, 304"})
    void everyOtherAnswerHasATagToo(String path, int afterwards) throws SQLException {
        String tag = client().get(path).header("ETag");
        assertThat(tag).matches("\"[\\w-]{22}\"");
        assertUnchanged(conditional(tag).get(path), tag);

        change("update lead set document = '{\"name\": \"New\"}' where organization_id = organization_number('%1$s')");

        assertThat(conditional(tag).get(path).statusCode()).isEqualTo(afterwards);
    }

    @Test
    void errorsHaveNoTag() {
        for (Response error : List.of(
                client().get(path("?date_end=x")),
                client().get(Service.reportPath("orga_demo")),
                client().get("/nothing"),
                conditional("*").get(path("?date_end=x")))) {
            assertThat(error.statusCode()).isBetween(400, 404);
            assertThat(error.header("ETag")).isNull();
        }
    }

    private Response asPost(RequestSpecification client) {
        return client.header("X-HTTP-Method-Override", "GET")
                .contentType("application/json")
                .body("{\"_params\": {\"date_start\": \"2020-06-01\", \"date_end\": \"2020-06-10\"}}")
                .post(path(""));
    }
}

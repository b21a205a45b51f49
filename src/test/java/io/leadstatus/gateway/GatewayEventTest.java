package io.leadstatus.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.SampleAnswer;
import io.leadstatus.testing.ServiceTest;

/** The function answers the events of an HTTP API (payload 2.0), those of {@code infra/events}. */
@ServiceTest
class GatewayEventTest {

    @ParameterizedTest
    @ValueSource(strings = {"report-basic", "report-bearer-encoded", "report-decoded-plus", "report-override-base64"})
    void answersTheSample(String event) throws IOException {
        Response answer = invoke(event);

        assertThat(answer.jsonPath().getInt("statusCode")).isEqualTo(200);
        assertThat(answer.jsonPath().getBoolean("isBase64Encoded")).isFalse();
        assertThat(SampleAnswer.pretty(answer.jsonPath().getString("body"))).isEqualTo(SampleAnswer.pretty());
    }

    /** The number is that of the sample answer, beside "Potential" and "left". */
    @Test
    void answersAnEncodedSearch() throws IOException {
        JsonPath found = new JsonPath(invoke("lead-search-encoded").jsonPath().getString("body"));

        assertThat(found.getInt("total_results")).isEqualTo(2);
        assertThat(found.getMap("data[0]"))
                .containsOnlyKeys("id", "status_label")
                .containsEntry("status_label", "Qualified");
    }

    @Test
    void answersASearchInABase64Body() throws IOException {
        Response answer = invoke("lead-search-override-base64");
        JsonPath found = new JsonPath(answer.jsonPath().getString("body"));

        assertThat(answer.jsonPath().getBoolean("isBase64Encoded")).isFalse();
        assertThat(found.getList("data.name", String.class)).hasSize(2).allMatch(name -> name.startsWith("Café "));
    }

    @Test
    void challengesWithoutCredentials() throws IOException {
        Response answer = invoke("report-unauthorized");

        assertThat(answer.jsonPath().getInt("statusCode")).isEqualTo(401);
        assertThat(answer.jsonPath().getString("body")).contains("\"error\"");
        assertThat(answer.asString()).contains("Basic realm");
    }

    @Test
    void refusesWhatCannotBeDecoded() throws IOException {
        assertThat(invoke("report-broken-encoding").jsonPath().getInt("statusCode"))
                .isEqualTo(400);
    }

    /** The gateway hands on decoded paths, in which a percent sign is just that. */
    @Test
    void takesAPercentSignInAPathForItself() throws IOException {
        assertThat(invoke("report-broken-path").jsonPath().getInt("statusCode")).isEqualTo(404);
    }

    private static Response invoke(String event) throws IOException {
        Response response = given().contentType("application/json")
                .body(Files.readString(Path.of("infra", "events", event + ".json")))
                .post("/_lambda_");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response;
    }
}

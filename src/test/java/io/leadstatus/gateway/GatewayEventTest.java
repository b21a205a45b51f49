package io.leadstatus.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.restassured.response.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.SampleAnswer;
import io.leadstatus.testing.ServiceTest;

/** The function answers the events of an HTTP API (payload 2.0), those of {@code infra/events}. */
@ServiceTest
public class GatewayEventTest {

    @ParameterizedTest
    @ValueSource(strings = {"report-basic", "report-bearer-encoded", "report-decoded-plus", "report-override-base64"})
    void answersTheSample(String event) throws IOException {
        Response answer = invoke(event);

        assertThat(answer.jsonPath().getInt("statusCode")).isEqualTo(200);
        assertThat(answer.jsonPath().getBoolean("isBase64Encoded")).isFalse();
        assertThat(SampleAnswer.pretty(answer.jsonPath().getString("body"))).isEqualTo(SampleAnswer.pretty());
    }

    @ParameterizedTest
    @CsvSource({"report-unauthorized, 401", "report-broken-encoding, 400", "report-broken-path, 400"})
    void answersAnErrorInJson(String event, int status) throws IOException {
        Response answer = invoke(event);

        assertThat(answer.jsonPath().getInt("statusCode")).isEqualTo(status);
        assertThat(SampleAnswer.pretty(answer.jsonPath().getString("body"))).contains("\"error");
        assertThat(answer.asString()).contains("application/json");
    }

    private static Response invoke(String event) throws IOException {
        Response response = given().contentType("application/json")
                .body(Files.readString(Path.of("infra", "events", event + ".json")))
                .post("/_lambda_");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response;
    }
}

package io.leadstatus.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.ServiceTest;

/** Entity tags, ids and times pass through gateway events, whose header values the function splits at commas. */
@ServiceTest
class GatewayConditionalTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"report-basic", "report-bearer-encoded", "report-override-base64"})
    void anUnchangedReportIsAnsweredWithoutABody(String event) throws IOException {
        JsonNode report = invoke(event, null);
        String tag = report.path("headers").path("ETag").asText();
        assertThat(report.path("statusCode").asInt()).isEqualTo(200);
        assertThat(tag).matches("\"[\\w-]{22}\\.[\\w-]{22}\"");

        for (String held : new String[] {tag, "W/" + tag, "\"other\", " + tag, tag + ",\"other\""}) {
            JsonNode unchanged = invoke(event, held);

            assertThat(unchanged.path("statusCode").asInt()).as(held).isEqualTo(304);
            assertThat(unchanged.path("body").asText("")).isEmpty();
            assertThat(unchanged.path("headers").path("ETag").asText()).isEqualTo(tag);
            assertThat(unchanged.path("headers").path("Cache-Control").asText()).matches("private, ?no-cache");
            assertThat(unchanged.path("headers").path("Vary").asText()).matches("Authorization, ?X-TZ-Offset");
        }
        assertThat(invoke(event, "\"other\"").path("statusCode").asInt()).isEqualTo(200);
    }

    @Test
    void theRequestIsKnownByTheInvocationsIdAndTellsItsTimes() throws IOException {
        JsonNode report = invoke("report-basic", null);

        assertThat(report.path("headers").path("X-Request-Id").asText())
                .isNotEqualTo("of-the-caller")
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(report.path("headers").path("Server-Timing").asText())
                .matches("database;dur=\\d+\\.\\d, ?total;dur=\\d+\\.\\d");
    }

    private static JsonNode invoke(String event, String held) throws IOException {
        ObjectNode changed = (ObjectNode) JSON.readTree(Files.readString(Path.of("infra", "events", event + ".json")));
        ObjectNode headers = (ObjectNode) changed.path("headers");
        headers.put("x-request-id", "of-the-caller");
        if (held != null) {
            headers.put("if-none-match", held);
        }
        return JSON.readTree(given().contentType("application/json")
                .body(changed.toString())
                .post("/_lambda_")
                .asString());
    }
}

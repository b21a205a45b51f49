package io.leadstatus.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.RecordedRequests;
import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** One line of JSON for each request, which tells what it was and how long it took, and no secret. */
@ServiceTest
class RequestLogTest {
    private static final String REPORT = Service.reportPath("orga_demo");

    private final RecordedRequests requests = new RecordedRequests();

    @AfterEach
    void stopRecording() {
        requests.close();
    }

    @Test
    void aReportIsOneLine() {
        Response answer = client().get(REPORT + "?date_end=2014-05-31");

        JsonNode line = requests.request(answer.header("X-Request-Id"));
        assertThat(line.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly(
                        "time",
                        "request_id",
                        "organization",
                        "method",
                        "path",
                        "status",
                        "duration_ms",
                        "database_ms",
                        "rows");
        assertThat(Duration.between(Instant.parse(line.path("time").asText()), Instant.now()))
                .isBetween(Duration.ZERO, Duration.ofSeconds(30));
        assertThat(line.path("organization").asText()).isEqualTo("orga_demo");
        assertThat(line.path("method").asText()).isEqualTo("GET");
        assertThat(line.path("path").asText()).isEqualTo("/api/v1/report/statuses/lead/{org_id}");
        assertThat(line.path("status").asInt()).isEqualTo(200);
        assertThat(line.path("database_ms").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(line.path("duration_ms").asDouble());
        // The credential, three statuses, their snapshots and more.
        assertThat(line.path("rows").asInt()).isBetween(8, 40);
    }

    @Test
    void theCallerLearnsTheTimesToo() {
        String timing = String.join(
                ", ", client().get(REPORT + "?date_end=2014-05-31").headers().getValues("Server-Timing"));

        assertThat(timing).matches("database;dur=\\d+\\.\\d, ?total;dur=\\d+\\.\\d");
        assertThat(number(timing, "database")).isPositive().isLessThanOrEqualTo(number(timing, "total"));
    }

    @Test
    void whatIsRefusedIsALineToo() {
        JsonNode unauthorized =
                requests.request(given().get(REPORT).then().extract().header("X-Request-Id"));
        assertThat(unauthorized.path("status").asInt()).isEqualTo(401);
        assertThat(unauthorized.path("organization").isNull()).isTrue();

        JsonNode foreign =
                requests.request(client().get(Service.reportPath("orga_lively")).header("X-Request-Id"));
        assertThat(foreign.path("status").asInt()).isEqualTo(404);
        assertThat(foreign.path("organization").asText()).isEqualTo("orga_demo");

        JsonNode unknown = requests.request(client().get("/api/v1/nothing/here").header("X-Request-Id"));
        assertThat(unknown.path("path").asText()).isEqualTo("/api/v1/*");
        assertThat(unknown.path("status").asInt()).isEqualTo(404);
    }

    @Test
    void nothingSecretAndNothingThatIsSearchedForIsTold() {
        String line = requests.line(
                client().get(REPORT + "?query=ada%40example.com&timezone=UTC").header("X-Request-Id"));

        assertThat(line)
                .doesNotContain(
                        "ada", "example", "api_demo", Service.basic("api_demo").substring(6), "UTC");
    }

    /** Without a credential no resource is reached; what was searched for is told as little as with one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /search/email%3A%22john.doe%40secret.example.com%22/    | /search/{query}
            /search/email:john.doe@secret.example.com               | /search/{query}
            /search/name%3Ajohn/doe%2Fsecret/?sort=doe              | /search/{query}
            /%73earch/john.doe/                                     | /search/{query}
            //search//john.doe/                                     | /search/{query}
            /api/../search/./john.doe/                              | /search/{query}
            /search/                                                | /search
            /serach/john.doe/                                       | /*
            /john.doe                                               | /*
            /Search/john.doe                                        | /*
            /lead/john.doe/                                         | /lead/*
            /lead/john.doe/lead/                                    | /lead/*
            /api/v1/lead/john.doe%40secret.example.com/             | /api/v1/lead/*
            /api/v1/report/statuses/lead/doe/                       | /api/v1/report/statuses/lead/*
            /api/v1/saved_search/                                   | /api/v1/saved_search
            /                                                       | /
            """)
    void aPathThatNoResourceAnswersIsToldAsFarAsItIsOurs(String path, String told) {
        for (String method : List.of("GET", "POST")) {
            Response answer = given().urlEncodingEnabled(false).request(method, path);

            assertThat(answer.statusCode()).isEqualTo(401);
            String line = requests.line(answer.header("X-Request-Id"));
            assertThat(line).doesNotContain("john", "doe", "secret");
            assertThat(requests.request(answer.header("X-Request-Id"))
                            .path("path")
                            .asText())
                    .isEqualTo(told);
        }
    }

    @Test
    void aSearchThatIsNoGetIsNotToldEither() {
        Response answer = client().request("PUT", "/search/john.doe/");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(requests.request(answer.header("X-Request-Id")).path("path").asText())
                .isEqualTo("/search/{query}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/a%0a%7B%22forged%22:1%7D", "/a%22,%22status%22:200,%22b%22:%22", "/%E2%80%A8forged", "/%C2%85x"
            })
    void aPathForgesNothing(String path) {
        Response answer = client().urlEncodingEnabled(false).get(path);

        String line = requests.line(answer.header("X-Request-Id"));
        assertThat(line).matches("[ -~]+");
        assertThat(requests.request(answer.header("X-Request-Id"))
                        .path("status")
                        .asInt())
                .isEqualTo(answer.statusCode());
    }

    @Test
    void aLongPathIsCut() {
        JsonNode line = requests.request(client().get("/lead".repeat(400)).header("X-Request-Id"));

        assertThat(line.path("path").asText())
                .hasSizeLessThan(50)
                .startsWith("/lead/lead/")
                .endsWith("/*");
    }

    @Test
    void aLineIsAsciiWhateverStandsInIt() {
        RequestLog log = new RequestLog(Optional.empty(), "leadstatus");

        log.write(answered("foreign", "orga_ü\u2028", "query=\u0085"));

        assertThat(requests.line("foreign")).matches("[ -~]+");
        assertThat(requests.request("foreign").path("organization").asText()).isEqualTo("orga_ü\u2028");
    }

    @Test
    void inAFunctionTheLineIsAMetric() {
        RequestLog log = new RequestLog(Optional.of("reports"), "leadstatus");

        log.write(answered("embedded", "orga_demo", null));

        // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
        JsonNode line = requests.request("embedded");
        JsonNode metadata = line.path("_aws");
        assertThat(metadata.path("Timestamp").asLong()).isEqualTo(1_401_606_000_123L);
        JsonNode directive = metadata.path("CloudWatchMetrics").path(0);
        assertThat(directive.path("Namespace").asText()).isEqualTo("leadstatus");
        assertThat(directive.path("Dimensions").toString()).isEqualTo("[[\"function\"]]");
        assertThat(line.path("function").asText()).isEqualTo("reports");
        assertThat(directive.path("Metrics").findValuesAsText("Name"))
                .isEqualTo(List.of("duration_ms", "database_ms", "rows", "failures"))
                .allSatisfy(name -> assertThat(line.path(name).isNumber()).isTrue());
        assertThat(line.path("duration_ms").asDouble()).isEqualTo(12);
        assertThat(line.path("database_ms").asDouble()).isEqualTo(8.5);
        assertThat(line.path("failures").asInt()).isOne();
    }

    private static AnsweredRequest answered(String requestId, String organization, String query) {
        return new AnsweredRequest(
                requestId,
                Instant.parse("2014-06-01T07:00:00.123Z"),
                organization,
                "GET",
                "/here",
                true,
                query,
                503,
                Duration.ofMillis(12),
                Duration.ofNanos(8_500_000),
                7);
    }

    private static double number(String timing, String name) {
        return Double.parseDouble(timing.replaceFirst(".*" + name + ";dur=([\\d.]+).*", "$1"));
    }

    private static RequestSpecification client() {
        return given().header("Authorization", Service.basic("api_demo"));
    }
}

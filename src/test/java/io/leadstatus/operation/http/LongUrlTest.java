package io.leadstatus.operation.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** The plain server takes the URLs that the function's gateway takes, and longer ones. */
@ServiceTest
class LongUrlTest {

    @Test
    void aReportOfAQueryOfNineKilobytesIsAnswered() {
        Response answer = get(Service.reportPath("orga_demo") + "?query=" + encoded(query(9_000)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("status_overview[0]._queries.ended"))
                .hasSizeGreaterThan(9_000);
    }

    /** As the links of such a report are. */
    @ParameterizedTest
    @ValueSource(ints = {9_000, 11_000})
    void aSearchPageOfALongQueryIsAnswered(int length) {
        Response page = get("/search/" + encoded(query(length)) + "/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("No lead matches.");
    }

    @Test
    void aLongerUrlIsRefusedWithoutABody() {
        Response answer = get(Service.reportPath("orga_demo") + "?query=" + "a".repeat(16_384));

        assertThat(answer.statusCode()).isEqualTo(414);
        assertThat(answer.asString()).isEmpty();
    }

    private static String query(int length) {
        return IntStream.range(0, length / 50)
                .mapToObj("lead_%044d"::formatted)
                .collect(Collectors.joining(",", "id in (", ")"));
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Response get(String path) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", Service.basic("api_demo"))
                .get(path);
    }
}

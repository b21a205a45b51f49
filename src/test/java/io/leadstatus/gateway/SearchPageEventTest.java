package io.leadstatus.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.page.SearchPageQuery;
import io.leadstatus.testing.ServiceTest;

/** The search page gets its query byte for byte, whether the gateway decodes paths (as HTTP APIs do) or not. */
@ServiceTest
class SearchPageEventTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status:\"Qualified\"",
                "name:a/b",
                "url:\"https://acme.example.com//x/\"",
                "\"50% off\" or custom.x:\"100%25\" or \"%zz\"",
                "\"a+b\" or a+b",
                "Münster or 日本 or \"😀\"",
                "name:\"\\\"quoted\\\" \\\\ <b>&amp;</b> '\" and * or not (a=b) #;@,$"
            })
    void theQueryIsThatOfTheLink(String query) throws IOException {
        String encoded =
                "/search/" + URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20") + "/";

        assertThat(SearchPageQuery.of(page(encoded))).as("encoded path").isEqualTo(query);
        assertThat(SearchPageQuery.of(page("/search/" + query + "/")))
                .as("decoded path")
                .isEqualTo(query);
    }

    @Test
    void scriptsAndStylesComeThrough() throws IOException {
        for (String asset : new String[] {"leadstatus.js", "leadstatus.css", "echarts.min.js", "icon.svg"}) {
            JsonPath answer = invoke("/assets/" + asset);

            assertThat(answer.getInt("statusCode")).as(asset).isEqualTo(200);
            assertThat(answer.getString("body")).as(asset).isNotEmpty();
        }
    }

    private static String page(String rawPath) throws IOException {
        return invoke(rawPath).getString("body");
    }

    private static JsonPath invoke(String rawPath) throws IOException {
        ObjectNode event = (ObjectNode) JSON.readTree(Files.readString(Path.of("infra/events/report-basic.json")));
        event.put("rawPath", rawPath).put("rawQueryString", "");
        return given().contentType("application/json")
                .body(event.toString())
                .post("/_lambda_")
                .jsonPath();
    }
}

package io.leadstatus.report;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** A report is as large as a function may answer, however often it repeats its filter. */
@ServiceTest
class ReportSizeTest {
    private static final String PATH = Service.reportPath("orga_lively");
    private static final String PAGE = "/report/statuses/lead/";
    private static final Map<String, String> YEAR = Map.of("date_start", "2024-01-01", "date_end", "2024-12-31");
    private static final int LARGEST_OF_A_FUNCTION = 6 * 1024 * 1024;
    private static final Pattern ALLOWED = Pattern.compile("at most ([\\d,]+) of its ([\\d,]+) characters");

    @Inject
    EntityManager entityManager;

    @Test
    void aQueryThatMakesTheReportTooLargeIsRefusedWithAWayOut() {
        String query = leads(1_000);

        Response answer = post(PATH, "query", query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(answer.jsonPath().getMap("'field-errors'")).containsOnlyKeys("query");
        assertThat(message(answer))
                .startsWith("The query is too long for this report")
                .contains("6 MB", "smart_view_id", "in:\"save_…\"");
        Matcher allowed = ALLOWED.matcher(message(answer));
        assertThat(allowed.find()).isTrue();
        assertThat(number(allowed.group(2))).isEqualTo(query.length());
    }

    @Test
    void aQueryAsLongAsTheRefusalAllowsIsAnswered() throws JsonProcessingException {
        Matcher allowed = ALLOWED.matcher(message(post(PATH, "query", leads(1_000))));
        assertThat(allowed.find()).isTrue();
        int most = number(allowed.group(1)) * 1_000 / number(allowed.group(2));

        Response answer = post(PATH, "query", leads(most));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(sizeForTheGateway(answer)).isBetween(LARGEST_OF_A_FUNCTION * 9 / 10, LARGEST_OF_A_FUNCTION);
        assertThat(post(PATH, "query", leads(most * 11 / 10)).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ü\" ", "\"\\\"\" ", "日本 "})
    void whatIsAnsweredFitsWhateverItsCharactersTake(String word) throws JsonProcessingException {
        for (int words = 50; words <= 3_200; words *= 2) {
            Response answer = post(PATH, "query", word.repeat(words).strip());

            if (answer.statusCode() != 400) {
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(sizeForTheGateway(answer)).isLessThan(LARGEST_OF_A_FUNCTION);
            }
        }
    }

    @Test
    void theTableIsRefusedAlike() {
        Response answer =
                client("query", leads(1_000), Map.of("_format", "csv")).post(PATH);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(message(answer)).startsWith("The query is too long for this report");
    }

    @Test
    void thePageSaysItInItsForm() throws JsonProcessingException {
        Response page = post(PAGE, "query", leads(1_000));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.asString())
                .contains("id=\"query-error\" role=\"alert\">The query is too long for this report")
                .doesNotContain("id=\"overview\"");
        assertThat(sizeForTheGateway(page)).isLessThan(200_000);
    }

    /** An address of another period would hold the query too, and be longer than addresses may be. */
    @Test
    void aPageOfAQueryThatNoAddressHoldsHasNoLinksWithIt() throws JsonProcessingException {
        String letters = "日本 ".repeat(21_000);

        assertThat(sizeForTheGateway(post(PAGE, "query", letters))).isLessThan(LARGEST_OF_A_FUNCTION);
        assertThat(post(PAGE, "query", letters).asString()).doesNotContain("&amp;query=", "aria-label=\"Periods\"");
        assertThat(post(PAGE, "query", "name:acme").asString()).contains("preset=last-month&amp;query=name%3Aacme");
    }

    @Test
    void theSameAsASmartViewIsAnswered() {
        String query = leads(1_000);
        String view = select("select create_smart_view('orga_lively', 'Thousand', ?1)", query);
        try {
            Response answer = post(PATH, "smart_view_id", view);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.asString())
                    .contains("in:\\\"" + view + "\\\" and (")
                    .doesNotContain(firstOf(query));
        } finally {
            select("select 'gone' from delete_smart_view('orga_lively', ?1)", view);
        }
    }

    private static String message(Response answer) {
        return answer.jsonPath().getString("'field-errors'.query");
    }

    private static int number(String grouped) {
        return Integer.parseInt(grouped.replace(",", ""));
    }

    private static String firstOf(String query) {
        return query.substring(query.indexOf('(') + 1, query.indexOf(','));
    }

    /** A text within JSON, as functions answer. */
    private static int sizeForTheGateway(Response answer) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(answer.asString()).getBytes(StandardCharsets.UTF_8).length;
    }

    private static String leads(int count) {
        return IntStream.iterate(0, skip -> skip < count, skip -> skip + 200)
                .mapToObj(skip -> "/api/v1/lead/?_fields=id&_limit=" + Math.min(200, count - skip) + "&_skip=" + skip)
                .flatMap(ReportSizeTest::ids)
                .collect(joining(", ", "id in (", ")"));
    }

    private static Stream<String> ids(String page) {
        List<String> ids = given().header("Authorization", Service.basic("api_lively"))
                .get(page)
                .jsonPath()
                .getList("data.id");
        return ids.stream();
    }

    private static Response post(String path, String parameter, String value) {
        return client(parameter, value, Map.of()).post(path);
    }

    private static RequestSpecification client(String parameter, String value, Map<String, String> others) {
        Map<String, String> parameters = new HashMap<>(YEAR);
        parameters.put(parameter, value);
        parameters.putAll(others);
        return given().header("Authorization", Service.basic("api_lively"))
                .header("X-HTTP-Method-Override", "GET")
                .contentType("application/json")
                .body(Map.of("_params", parameters));
    }

    private String select(String sql, String parameter) {
        return QuarkusTransaction.requiringNew().call(() -> (String)
                entityManager.createNativeQuery(sql).setParameter(1, parameter).getSingleResult());
    }
}

package io.leadstatus.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** Reports about some of the leads of the sample organization, whose history is known from the sample's figures. */
@ServiceTest
class FilteredReportTest {
    private static final String PATH = Service.reportPath("orga_demo");
    private static final String START = "2014-01-01T08:00:00Z";
    private static final String END = "2014-06-01T06:59:59Z";

    @Inject
    EntityManager entityManager;

    @Test
    void countsTheMatchingLeadsOnly() {
        JsonNode report = report(Map.of("query", "status:qualified", "date_start", START, "date_end", END));

        assertThat(figures(report.at("/status_overview/0")))
                .isEqualTo(
                        "Potential: change -1, change_percent -100, ended 0, entered 1, gained 0, left 2, lost 1, started 1");
        assertThat(figures(report.at("/status_overview/1")))
                .isEqualTo(
                        "Bad Fit: change 0, change_percent 0, ended 0, entered 0, gained 0, left 0, lost 0, started 0");
        assertThat(figures(report.at("/status_overview/2")))
                .isEqualTo(
                        "Qualified: change 2, change_percent 8, ended 28, entered 2, gained 2, left 0, lost 0, started 26");
        assertThat(moves(report, "status_transitions"))
                .containsExactly("null -> Potential: 1", "Potential -> Qualified: 2");
        assertThat(moves(report, "status_transitions_summary"))
                .containsExactly("null -> Qualified: 1", "Potential -> Qualified: 1");
    }

    @Test
    void countsTheMatchingLeadsOverAllTime() {
        JsonNode report = report(Map.of("query", "status:qualified"));

        assertThat(report.at("/status_overview/0/entered").asInt()).isEqualTo(28);
        assertThat(report.at("/status_overview/2/ended").asInt()).isEqualTo(28);
        assertThat(moves(report, "status_transitions"))
                .containsExactly("null -> Potential: 28", "Potential -> Qualified: 28");
        assertThat(moves(report, "status_transitions_summary")).containsExactly("null -> Qualified: 28");
        assertThat(report.at("/status_overview/2/_queries/ended").asText())
                .isEqualTo("(status:qualified) and (lead_status:\"Qualified\")");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            opportunity_user:"Mark Carter"    | (opportunity_user:"Mark Carter")
            name:a OR  (city:b c)             | (name:a or (city:b and c))
            status:potential sort:-created slice:1/5 | (status:potential)
            sort:created                      | (*)
            *                                 | (*)
            created >= "3 days ago"           | (created >= "3 days ago")
            custom.x in (a, "b c")            | (custom.x in (a, "b c"))
            """)
    void aQueryStandsInFrontOfEveryQueryOfTheReport(String query, String inFront) {
        JsonNode report = report(Map.of("query", query, "date_start", START, "date_end", END));

        assertThat(report.at("/status_overview/1/_queries/started").asText())
                .isEqualTo(inFront + " and (lead_status(status:\"Bad Fit\" on:\"2014-01-01 08:00:00\"))");
        assertThat(report.at("/status_overview/1/_queries/entered").asText())
                .isEqualTo(inFront + " and ((original_lead_status:\"Bad Fit\" and created >= \"2014-01-01 08:00:00\""
                        + " and created <= \"2014-06-01 06:59:59\") or lead_status_change(new_status:\"Bad Fit\""
                        + " and date >= \"2014-01-01 08:00:00\" and date <= \"2014-06-01 06:59:59\"))");
    }

    @Test
    void aSmartViewStandsInFrontByItsId() {
        String qualified = save("orga_demo", "Now qualified", "status:Qualified");
        String nested = save("orga_demo", "Nested", "in:\"now qualified\" sort:created");

        for (String view : List.of(qualified, nested)) {
            JsonNode report = report(Map.of("smart_view_id", view, "date_start", START, "date_end", END));

            assertThat(report.at("/status_overview/2/started").asInt()).isEqualTo(26);
            assertThat(report.at("/status_overview/2/_queries/started").asText())
                    .isEqualTo(
                            "in:\"" + view + "\" and (lead_status(status:\"Qualified\" on:\"2014-01-01 08:00:00\"))");
            assertThat(report.at("/status_overview/2/_leads_page_urls/started").asText())
                    .startsWith("/search/in%3A%22" + view + "%22%20and%20%28lead_status%28status");
        }
    }

    @Test
    void aSmartViewOfAnotherOrganizationDoesNotExist() {
        String foreign = save("orga_lively", "Foreign", "*");

        assertThat(ask(Map.of("smart_view_id", foreign)).asString())
                .isEqualTo("{\"errors\":[],\"field-errors\":{\"smart_view_id\":\"Object does not exist.\"}}");
        assertThat(ask(Map.of("query", "in:" + foreign)).asString())
                .isEqualTo("{\"errors\":[],\"field-errors\":{\"query\":\"position 0: in:\\\"" + foreign
                        + "\\\": There is no such smart view.\"}}");
    }

    @Test
    void aSmartViewIsNamedByItsIdAlone() {
        save("orga_demo", "By name", "*");

        assertThat(ask(Map.of("smart_view_id", "By name")).asString()).contains("Object does not exist.");
        assertThat(ask(Map.of("query", "in:\"By name\"")).statusCode()).isEqualTo(200);
    }

    @Test
    void aSmartViewThatIsNotUnderstoodSaysWhy() {
        String broken = save("orga_demo", "Broken", "nmae:x");
        String endless = save("orga_demo", "Endless", "in:endless");

        assertThat(ask(Map.of("smart_view_id", broken)).jsonPath().getString("'field-errors'.smart_view_id"))
                .isEqualTo("in:\"" + broken + "\": Unknown keyword \"nmae\". Did you mean name?");
        assertThat(ask(Map.of("smart_view_id", endless)).jsonPath().getString("'field-errors'.smart_view_id"))
                .contains("The smart view contains itself.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"created:today", "not created >= \"3 days ago\"", "custom.Renewal:yesterday"})
    void aRelativeDateNeedsTheOffset(String query) {
        String view = save("orga_demo", "Relative", query);

        for (Map<String, String> filter : List.of(Map.of("query", query), Map.of("smart_view_id", view))) {
            Response bad =
                    client().header("X-TZ-Offset", "x").queryParams(filter).get(PATH);
            Response overruled = client().header("X-TZ-Offset", "x")
                    .queryParams(filter)
                    .queryParam("timezone", "Asia/Tokyo")
                    .get(PATH);

            assertThat(bad.statusCode()).isEqualTo(400);
            assertThat(bad.jsonPath().getMap("'field-errors'")).containsOnlyKeys("X-TZ-Offset");
            assertThat(overruled.statusCode()).isEqualTo(200);
        }
        assertThat(client().header("X-TZ-Offset", "x")
                        .queryParam("query", "created:2014-01-01")
                        .get(PATH)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFilterTooLongForAUrlComesInTheBody() {
        String ids = IntStream.range(0, 1_000)
                .mapToObj(number -> "lead_%043d".formatted(number))
                .collect(Collectors.joining(", ", "id in (", ")"));

        Response response = post(ids);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.jsonPath().getInt("status_overview[0].ended")).isZero();
        assertThat(response.jsonPath().getString("status_overview[0]._queries.ended"))
                .startsWith("(" + ids + ") and (");
    }

    @Test
    void aFilterLeavesRoomForTheReportsOwnConditions() {
        for (String tooLarge : List.of("x".repeat(65_000), "not ".repeat(50) + "a", "a ".repeat(1_998))) {
            Response response = post(tooLarge);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.jsonPath().getString("'field-errors'.query")).contains("leaves no room");
        }
    }

    private static Response post(String query) {
        return client().header("X-HTTP-Method-Override", "GET")
                .contentType("application/json")
                .body(Map.of("_params", Map.of("query", query)))
                .post(PATH);
    }

    private String save(String organization, String name, String query) {
        return QuarkusTransaction.requiringNew().call(() -> (String) entityManager
                .createNativeQuery("""
                        insert into smart_view (organization_id, public_id, name, query)
                        values (organization_number(?1), random_id('save'), ?2, ?3)
                        returning public_id
                        """)
                .setParameter(1, organization)
                .setParameter(2, name)
                .setParameter(3, query)
                .getSingleResult());
    }

    private static JsonNode report(Map<String, String> parameters) {
        return Service.report("orga_demo", "api_demo", parameters, null);
    }

    private static Response ask(Map<String, String> parameters) {
        return client().queryParams(parameters).get(PATH);
    }

    private static RequestSpecification client() {
        return given().header("Authorization", Service.basic("api_demo"));
    }

    private static String figures(JsonNode row) {
        return row.properties().stream()
                .filter(property -> property.getValue().isNumber())
                .map(property -> property.getKey() + " " + property.getValue())
                .collect(Collectors.joining(", ", row.get("status_label").asText() + ": ", ""));
    }

    private static List<String> moves(JsonNode report, String list) {
        return report.get(list)
                .valueStream()
                .map(row -> row.get("from_status_label").asText() + " -> "
                        + row.get("to_status_label").asText() + ": " + row.get("count"))
                .toList();
    }
}

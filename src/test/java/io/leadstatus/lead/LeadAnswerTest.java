package io.leadstatus.lead;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.leadstatus.api.FieldSelection;
import io.leadstatus.search.SearchPlan;
import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** What the lead search answers of leads that were written for it. */
@ServiceTest
class LeadAnswerTest {
    private static final String PATH = "/api/v1/lead/";
    private static final Instant MONDAY = Instant.parse("2020-06-01T12:00:00.123456Z");
    private static final ObjectMapper EXACT = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_BIG_INTEGER_FOR_INTS);

    @Inject
    LeadHistory history;

    @Inject
    EntityManager entityManager;

    @Inject
    DataSource database;

    private String organization;
    private String key;
    private String status;

    @BeforeEach
    void anOrganization() {
        organization = select("select create_organization('answers')");
        key = select("select create_api_key(?1, 'test')", organization);
        status = history.createStatus(organization, "Wön \"\\ 100%", null, null);
    }

    @Test
    void aLeadWithoutAnythingHasTheFieldsOfClose() throws JsonProcessingException {
        String lead = lead("{}");

        assertThat(EXACT.readTree(Service.get(PATH + lead, key, null).toString()))
                .isEqualTo(EXACT.readTree("""
                        {"id": "%s", "status_id": "%s", "status_label": "Wön \\"\\\\ 100%%",
                         "organization_id": "%s", "name": "", "display_name": "", "description": "", "url": null,
                         "html_url": null, "contacts": [], "addresses": [], "opportunities": [], "tasks": [],
                         "integration_links": [], "custom": {}, "created_by": null, "created_by_name": null,
                         "updated_by": null, "updated_by_name": null,
                         "date_created": "2020-06-01T12:00:00.123456+00:00",
                         "date_updated": "2020-06-01T12:00:00.123456+00:00"}
                        """.formatted(lead, status, organization)));
    }

    @Test
    void whatTheDocumentHoldsIsAnsweredToTheLetter() throws JsonProcessingException {
        String document = """
                {"name": "\\"'; drop table lead; -- \\\\ \\n <b>€😀</b> \\u2028", "url": "https://a.example", "odd": null,
                 "custom": {"Großer Käse": [1.50, 12345678901234567890.123456789, true, null, {"a": []}]},
                 "custom.cf_1": "%s ?1 :organization {x}", "contacts": [{"emails": [{"email": "a@b.example"}]}],
                 "html_url": "https://app.close.com/lead/lead_x/"}""";
        String lead = lead(document);

        ObjectNode answered = (ObjectNode) EXACT.readTree(given().header("Authorization", Service.basic(key))
                .get(PATH + lead + "/")
                .asString());
        ObjectNode stored = (ObjectNode)
                EXACT.readTree(select("select cast(document as text) from lead where public_id = ?1", lead));
        for (var field : stored.properties()) {
            assertThat(answered.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue());
        }
        assertThat(stored).isEqualTo(EXACT.readTree(document));
        assertThat(answered.get("display_name")).isEqualTo(stored.get("name"));
    }

    @Test
    void columnsComeBeforeWhatTheDocumentSays() {
        String lead = lead("""
                {"id": "lead_liar", "status_id": "stat_liar", "status_label": "Liar", "organization_id": "orga_demo",
                 "date_created": "1970-01-01", "date_updated": "1970-01-01", "display_name": "Honest"}""");

        JsonNode answered = Service.get(PATH + lead, key, null);

        assertThat(answered.get("id").asText()).isEqualTo(lead);
        assertThat(answered.get("status_id").asText()).isEqualTo(status);
        assertThat(answered.get("organization_id").asText()).isEqualTo(organization);
        assertThat(answered.get("date_created").asText()).startsWith("2020-06-01");
        assertThat(answered.get("name").asText()).isEqualTo("Honest");
        assertThat(answered.toString()).doesNotContain("iar", "1970");
    }

    @Test
    void customNamesAllCustomFieldsAndEachByItself() {
        String lead = lead("{\"custom\": {\"A\": 1}, \"custom.cf_1\": 1, \"custom.cf_2\": 2, \"customer\": 3}");

        assertThat(Service.get(PATH + lead + "?_fields=custom", key, null).toString())
                .isEqualTo("{\"custom\":{\"A\":1},\"custom.cf_1\":1,\"custom.cf_2\":2}");
        assertThat(Service.get(PATH + lead + "?_fields=custom.cf_2,id", key, null)
                        .toString())
                .isEqualTo("{\"id\":\"" + lead + "\",\"custom.cf_2\":2}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sort:custom.Field            | -2 2 10.5 `30` [100,1] `a` `Äb` `b` false true
            sort:-custom.Field           | [100,1] `30` 10.5 2 -2 true false `b` `Äb` `a`
            sort:custom.cf_f             | -2 2 10.5 `30` [100,1] `a` `Äb` `b` false true
            sort:"-custom.Field,created" | [100,1] `30` 10.5 2 -2 true false `b` `Äb` `a`
            """)
    void customFieldsAreSortedAsNumbersThenTextsAndMissingOnesLast(String query, String expected) {
        List<String> values = List.of(
                "\"b\"",
                "10.5",
                "true",
                "\"a\"",
                "2",
                "\"\"",
                "\"30\"",
                "null",
                "-2",
                "\"Äb\"",
                "[100,1]",
                "false",
                "[]",
                "{\"x\": 1}");
        for (String value : values) {
            lead("{\"custom\": {\"Field\": " + value + "}, \"custom.cf_f\": " + value + "}");
        }
        lead("{}");
        lead("{\"custom\": 7}");

        JsonNode found = search("query=" + encode(query) + "&_fields=custom.cf_f");

        List<String> order = new ArrayList<>();
        found.get("data").forEach(lead -> order.add(lead.path("custom.cf_f").toString()));
        assertThat(String.join(" ", order.subList(0, 10))).isEqualTo(expected.replace('`', '"'));
        assertThat(order).hasSize(values.size() + 2);
    }

    @Test
    void namesAreSortedWithoutCaseAndAccentsAndMissingOnesLast() {
        for (String name : List.of("zoë", "Ärger", "B", "a b", "ab", "", "Zoe 2")) {
            lead("{\"name\": \"" + name + "\"}");
        }
        lead("{}");

        List<String> names = new ArrayList<>();
        search("query=sort:name&_fields=name")
                .get("data")
                .forEach(lead -> names.add(lead.get("name").asText()));
        assertThat(names).containsExactly("a b", "ab", "Ärger", "B", "zoë", "Zoe 2", "", "");
    }

    @Test
    void aPageThatNoGatewayTakesIsRefusedWithAWayOut() {
        String large = "\"description\": \"" + "\\\\".repeat(1_000_000) + "\"";
        String lead = lead("{" + large + "}");
        lead("{" + large + "}");

        String refusal = given().header("Authorization", Service.basic(key))
                .get(PATH)
                .then()
                .statusCode(400)
                .extract()
                .asString();
        assertThat(refusal)
                .isEqualTo("{\"error\":\"The answer would be larger than 6 MB. Ask for fewer leads with _limit, or for "
                        + "less of each with _fields.\"}");
        assertThat(search("_limit=1").get("total_results").asInt()).isEqualTo(2);
        assertThat(search("_fields=id,name").get("data")).hasSize(2);
        assertThat(Service.get(PATH + lead, key, null).get("description").asText())
                .hasSize(1_000_000);
        String monster = lead("{\"description\": \"" + "x".repeat(7_000_000) + "\"}");
        given().header("Authorization", Service.basic(key))
                .get(PATH + monster)
                .then()
                .statusCode(400);
    }

    /** An hour apart over three days: as many are of today as the zone says. */
    @ParameterizedTest
    @CsvSource({
        "Pacific/Kiritimati,",
        "Pacific/Pago_Pago,",
        "America/Los_Angeles, 3",
        ", -8",
        ", 5.5",
        ",",
        "Asia/Kathmandu,"
    })
    void relativeDatesAreOfTheCallersZone(String timezone, String offset) {
        Instant now = Instant.now();
        List<Instant> created = new ArrayList<>();
        for (int hours = 0; hours < 72; hours++) {
            created.add(now.minus(Duration.ofHours(hours)));
            history.createLead(organization, status, created.get(hours), null, "{}");
        }
        ZoneId zone = timezone != null
                ? ZoneId.of(timezone)
                : offset == null ? ZoneId.of("UTC") : ZoneId.of(offset.equals("-8") ? "-08:00" : "+05:30");
        LocalDate today = now.atZone(zone).toLocalDate();

        for (int days = 0; days < 2; days++) {
            LocalDate day = today.minusDays(days);
            long expected = created.stream()
                    .filter(moment -> moment.atZone(zone).toLocalDate().equals(day))
                    .count();
            String query = "query=created:" + List.of("today", "yesterday").get(days)
                    + (timezone == null ? "" : "&timezone=" + encode(timezone));
            long found = Service.get(PATH + "?_fields=id&" + query, key, offset)
                    .get("total_results")
                    .asLong();
            if (Instant.now().atZone(zone).toLocalDate().equals(today)) {
                assertThat(found).as(query).isEqualTo(expected);
            }
        }
    }

    @Test
    void skippedLeadsAreNotRead() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze lead");
        }
        for (String parameters : List.of("id", "id,contacts")) {
            String plan = QuarkusTransaction.requiringNew().call(() -> {
                List<?> lines = statement("explain "
                                + LeadPageStatement.of(SearchPlan.EVERYTHING, FieldSelection.of(List.of(parameters))))
                        .getResultList();
                return lines.stream().map(String::valueOf).collect(Collectors.joining("\n"));
            });
            assertThat(plan).contains("Index Only Scan using lead_by_creation").doesNotContain("Seq Scan on lead ");
        }
    }

    private Query statement(String sql) {
        var query = entityManager
                .createNativeQuery(sql)
                .setParameter("organization", 1)
                .setParameter("limit", 100)
                .setParameter("skip", 40_000)
                .setParameter("largest", ShownLead.LARGEST);
        return sql.contains(":fields") ? query.setParameter("fields", "contacts") : query;
    }

    private JsonNode search(String parameters) {
        return Service.get(PATH + "?" + parameters, key, null);
    }

    private String lead(String document) {
        return history.createLead(organization, status, MONDAY, null, document);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String select(String sql, Object... parameters) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var query = entityManager.createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return (String) query.getSingleResult();
        });
    }
}

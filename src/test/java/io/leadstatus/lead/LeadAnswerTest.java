package io.leadstatus.lead;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** The fields of an answered lead: what of it is in columns, what in its document, and what is nowhere. */
@ServiceTest
class LeadAnswerTest extends SearchedOrganization {
    private static final ObjectMapper EXACT = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_BIG_INTEGER_FOR_INTS);

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
}

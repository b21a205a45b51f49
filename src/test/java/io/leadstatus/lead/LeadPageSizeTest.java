package io.leadstatus.lead;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** How large an answer may be, of many leads or of one. */
@ServiceTest
class LeadPageSizeTest extends SearchedOrganization {

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
}

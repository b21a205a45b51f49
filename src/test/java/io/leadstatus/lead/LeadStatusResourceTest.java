package io.leadstatus.lead;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** The statuses that leads can get, as clients of Close list them. */
@ServiceTest
class LeadStatusResourceTest {
    private static final String PATH = "/api/v1/status/lead/";

    @Test
    void listsTheLiveStatusesInTheOrderOfTheOrganization() {
        assertThat(client("api_demo").get(PATH).asString()).isEqualTo("""
                        {"has_more":false,"data":[\
                        {"id":"stat_a2RZn3jTsAA11zmBPpqQQ4ug8NqgUawkjyMdCu8yybX","label":"Potential",\
                        "organization_id":"orga_demo","color":"#4A90D9"},\
                        {"id":"stat_7a4mksScaP453DJeur2wdn8qXg3zcN3IQbbDeFZywNw","label":"Bad Fit",\
                        "organization_id":"orga_demo","color":"#9B9B9B"},\
                        {"id":"stat_eQ5KZbBVePlxF7sUdiV7s0mDNBkUxGv7k4i0c7XsoqL","label":"Qualified",\
                        "organization_id":"orga_demo","color":"#38A169"}]}""");
        assertThat(client("api_lively").get(PATH + "?_fields=label").jsonPath().getList("data.label"))
                .containsExactly(
                        "Potential", "Contacted", "Qualified", "In Trial", "Negotiating", "Customer", "Bad Fit");
    }

    @Test
    void answersOne() {
        assertThat(client("api_lively").get(PATH + "stat_lively_trial").asString())
                .isEqualTo("{\"id\":\"stat_lively_trial\",\"label\":\"In Trial\",\"organization_id\":\"orga_lively\","
                        + "\"color\":\"#D69E2E\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"stat_eQ5KZbBVePlxF7sUdiV7s0mDNBkUxGv7k4i0c7XsoqL", "stat_lively_nurturing", "stat_x", "%00", "'"
            })
    void anotherOrganizationsADeletedAndAnUnknownOneDoNotExist(String id) {
        Response response = client("api_lively").urlEncodingEnabled(false).get(PATH + id + "/");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.asString())
                .isEqualTo("{\"error\":\"Empty query: LeadStatus matching query does not exist.\"}");
    }

    private static RequestSpecification client(String apiKey) {
        return given().header("Authorization", Service.basic(apiKey));
    }
}

package io.leadstatus;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.leadstatus.testing.EmbeddedDatabaseResource;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabaseResource.class)
class SampleTest {
    @Test
    void sample() {
        System.out.println(given().auth()
                .preemptive()
                .basic("api_demo", "")
                .queryParam("date_start", "2014-01-01")
                .queryParam("date_end", "2014-05-31")
                .queryParam("timezone", "America/Los_Angeles")
                .get("/api/v1/report/statuses/lead/orga_demo/")
                .asString());
    }
}

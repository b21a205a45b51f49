package io.leadstatus.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** By which clients of Close find out whose key they have. */
@ServiceTest
class MeResourceTest {

    @Test
    void namesTheOrganizationOfTheCredentialAndNoUser() {
        assertThat(given().header("Authorization", Service.basic("api_demo"))
                        .get("/api/v1/me/")
                        .asString())
                .isEqualTo("""
                        {"id":null,"email":null,"first_name":null,"last_name":null,"image":null,\
                        "last_used_timezone":null,"date_created":null,"date_updated":null,\
                        "organization_id":"orga_demo",\
                        "organizations":[{"id":"orga_demo","name":"Demo Inc."}],\
                        "memberships":[{"organization_id":"orga_demo","user_id":null}]}""");
    }

    @Test
    void answersATokenToo() {
        assertThat(given().header("Authorization", "Bearer token_lively")
                        .get("/api/v1/me?_fields=organizations")
                        .asString())
                .isEqualTo("{\"organizations\":[{\"id\":\"orga_lively\",\"name\":\"Lively GmbH\"}]}");
        given().get("/api/v1/me/").then().statusCode(401);
    }
}

package io.leadstatus.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.DatabaseOutage;
import io.leadstatus.testing.ServiceTest;

/** Health is for everybody and tells nothing but itself. */
@ServiceTest
class HealthTest {
    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready"})
    void aServiceThatIsWellSaysSoWithoutACredential(String path) {
        assertHealth(given().get(path), 200, "UP");
        assertThat(given().head(path).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutItsDatabaseTheServiceLivesAndIsNotReady() throws SQLException {
        try (DatabaseOutage outage = DatabaseOutage.begin()) {
            assertHealth(given().get("/q/health/live"), 200, "UP");
            assertHealth(given().get("/q/health/ready"), 503, "DOWN");
        }
        Response ready = given().get("/q/health/ready");
        for (int lost = 0; lost < 4 && ready.statusCode() != 200; lost++) {
            ready = given().get("/q/health/ready");
        }
        assertHealth(ready, 200, "UP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/q", "/q/", "/q/health", "/q/health/", "/q/health/live/x", "/q/metrics", "/q/health/live/../.."
            })
    void nothingElseIsOpen(String path) {
        assertThat(given().urlEncodingEnabled(false).get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void healthIsNotWrittenTo() {
        assertThat(given().post("/q/health/live").statusCode()).isEqualTo(401);
        assertThat(given().delete("/q/health/ready").statusCode()).isEqualTo(401);
    }

    private static void assertHealth(Response response, int status, String told) {
        assertThat(response.asString()).isEqualTo("{\"status\":\"" + told + "\"}");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo("application/json");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("ETag")).isNull();
    }
}

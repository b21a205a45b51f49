package io.leadstatus.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import io.leadstatus.testing.DatabaseOutage;
import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** A database that goes away is said so, and the service is well again when the database is. */
@ServiceTest
class DatabaseFaultTest {
    private static final int POOL_SIZE = 4;

    @Test
    void lostConnectionsAreReplaced() throws SQLException {
        assertThat(report().statusCode()).isEqualTo(200);

        DatabaseOutage.loseConnections();

        assertRecovers();
    }

    @Test
    void aDatabaseThatRefusesConnectionsIsUnavailableUntilItTakesThemAgain() throws SQLException {
        try (DatabaseOutage outage = DatabaseOutage.begin()) {
            assertUnavailable(report());
        }
        assertRecovers();
    }

    /** Each lost connection of the pool may be noticed by a request, if it comes before they are forgotten. */
    private static void assertRecovers() {
        Response response = report();
        for (int lost = 0; lost < POOL_SIZE && response.statusCode() != 200; lost++) {
            assertUnavailable(response);
            response = report();
        }
        assertThat(response.statusCode()).isEqualTo(200);
    }

    private static void assertUnavailable(Response response) {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.header("Retry-After")).isEqualTo("2");
        assertThat(response.contentType()).isEqualTo("application/json");
        assertThat(response.jsonPath().getString("error")).contains("database");
    }

    private static Response report() {
        return given().header("Authorization", Service.basic("api_demo"))
                .get(Service.reportPath("orga_demo") + "?date_end=2011-03-01");
    }
}

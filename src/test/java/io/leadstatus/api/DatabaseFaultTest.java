package io.leadstatus.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import io.restassured.response.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** A database that goes away is said so, and the service is well again when the database is. */
@ServiceTest
class DatabaseFaultTest {
    private static final int POOL_SIZE = 4;
    private static final String TERMINATE_ALL =
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres'";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String username;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void lostConnectionsAreReplaced() throws SQLException {
        assertThat(report().statusCode()).isEqualTo(200);

        execute(TERMINATE_ALL);

        assertRecovers();
    }

    @Test
    void aDatabaseThatRefusesConnectionsIsUnavailableUntilItTakesThemAgain() throws SQLException {
        execute("alter database postgres with allow_connections false", TERMINATE_ALL);
        try {
            assertUnavailable(report());
        } finally {
            execute("alter database postgres with allow_connections true");
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

    /** From another database of the same server, which stays reachable. */
    private void execute(String... statements) throws SQLException {
        String elsewhere = url.replaceFirst("/postgres(\\?|$)", "/template1$1");
        try (Connection connection = DriverManager.getConnection(elsewhere, username, password);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}

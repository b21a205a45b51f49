package io.leadstatus.conditional;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import io.leadstatus.testing.RecordedRequests;
import io.leadstatus.testing.Service;

/** An organization with a lead, for each test a new one, and requests of its reports by callers that have a tag. */
abstract class TaggedOrganization {
    static final String JUNE = "?date_start=2020-06-01&date_end=2020-06-10";

    @Inject
    DataSource database;

    private final RecordedRequests requests = new RecordedRequests();
    String organization;
    private String key;

    @BeforeEach
    void anOrganizationWithALead() throws SQLException {
        organization = select("select create_organization('tagged')");
        key = select("select create_api_key('" + organization + "', 'test')");
        createLead("lead_first", "2020-06-05 12:00Z");
    }

    @AfterEach
    void stopRecording() {
        requests.close();
    }

    static void assertUnchanged(Response response, String tag) {
        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.header("ETag")).isEqualTo(tag);
        assertThat(response.asString()).isEmpty();
    }

    String tag(String period) {
        Response report = client().get(path(period));
        assertThat(report.statusCode()).as(report.asString()).isEqualTo(200);
        return report.header("ETag");
    }

    int rows(Response response) {
        return requests.request(response.header("X-Request-Id")).path("rows").asInt();
    }

    RequestSpecification conditional(String tag) {
        return client().header("If-None-Match", tag);
    }

    RequestSpecification client() {
        return given().urlEncodingEnabled(false).header("Authorization", Service.basic(key));
    }

    String path(String period) {
        return Service.reportPath(organization) + period;
    }

    static List<String> list(Response response, String header) {
        return response.headers().getValues(header).stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .toList();
    }

    void createLead(String id, String occurredAt) throws SQLException {
        change(lead(id, occurredAt));
    }

    String lead(String id, String occurredAt) {
        return withStatuses(
                "select create_lead('%1$s', status('%1$s', 'Potential'), '" + occurredAt + "', '" + id + "')");
    }

    void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(withStatuses(sql));
        }
    }

    /** Writes out {@code %1$s} for the organization and {@code status(…)} for the id of a status. */
    String withStatuses(String sql) {
        return sql.replace("%1$s", organization)
                .replaceAll(
                        "(?<!_)status\\('[^']+', ('[^']+')\\)",
                        "(select public_id from lead_status where organization_id = organization_number('"
                                + organization + "') and label = $1)");
    }

    String select(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}

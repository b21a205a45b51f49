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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.RecordedRequests;
import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** A caller that has the report already is told so; whatever may change the report makes it a new one. */
@ServiceTest
class EntityTagTest {
    private static final String JUNE = "?date_start=2020-06-01&date_end=2020-06-10";
    /** The credential and the mark: no figure was counted. */
    private static final int ROWS_WITHOUT_COMPUTING = 2;

    @Inject
    DataSource database;

    private final RecordedRequests requests = new RecordedRequests();
    private String organization;
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

    @Test
    void aReportCarriesATagAndIsTheCallersAlone() {
        Response report = client().get(path(JUNE));

        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.header("ETag")).matches("\"[\\w-]{22}\\.[\\w-]{22}\"");
        assertThat(list(report, "Cache-Control")).containsExactlyInAnyOrder("private", "no-cache");
        assertThat(list(report, "Vary")).containsExactlyInAnyOrder("Authorization", "X-TZ-Offset");
    }

    @Test
    void anUnchangedReportIsNotComputedAgain() {
        String tag = tag(JUNE);

        Response unchanged = conditional(tag).get(path(JUNE));

        assertUnchanged(unchanged, tag);
        assertThat(rows(unchanged)).isEqualTo(ROWS_WITHOUT_COMPUTING);
        assertThat(list(unchanged, "Cache-Control")).containsExactlyInAnyOrder("private", "no-cache");
        assertThat(list(unchanged, "Vary")).containsExactlyInAnyOrder("Authorization", "X-TZ-Offset");
    }

    @Test
    void theSamePeriodInOtherWordsIsTheSameReport() {
        Response unchanged = conditional(tag(JUNE))
                .header("X-TZ-Offset", "2")
                .get(path("?date_start=2020-06-01T02:00:00.5&date_end=2020-06-11%2001:59:59"));

        assertThat(unchanged.statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?date_end=2020-06-10", "?date_start=2020-06-01&date_end=2020-06-11", "?date_end=2021-01-01"
            })
    void anotherPeriodIsAnotherReport(String period) {
        assertThat(conditional(tag(JUNE)).get(path(period)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select change_lead_status('%1$s', 'lead_first', status('%1$s', 'Qualified'), '2020-06-06Z')",
                "select create_lead('%1$s', status('%1$s', 'Qualified'), '2020-05-31Z')",
                "select delete_lead('%1$s', 'lead_first')",
                "select merge_leads('%1$s', 'lead_first', create_lead('%1$s', status('%1$s', 'Customer'), '2020-06-02Z'))",
                "select rename_lead_status('%1$s', status('%1$s', 'Qualified'), 'Hot')",
                "select move_lead_status('%1$s', status('%1$s', 'Qualified'), 0)",
                "select delete_lead_status('%1$s', status('%1$s', 'Customer'))",
                "select create_lead_status('%1$s', 'New')",
                "update lead_status_event set occurred_at = '2020-06-20Z', sequence = sequence "
                        + "where organization_id = organization_number('%1$s')"
            })
    void whateverChangesTheReportMakesItANewOne(String change) throws SQLException {
        String tag = tag(JUNE);

        change(change);

        Response changed = conditional(tag).get(path(JUNE));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        assertUnchanged(conditional(changed.header("ETag")).get(path(JUNE)), changed.header("ETag"));
    }

    @Test
    void whatHappensAfterThePeriodDoesNotEvenHaveItComputed() throws SQLException {
        String tag = tag(JUNE);

        createLead("lead_later", "2020-06-11 00:00Z");

        Response unchanged = conditional(tag).get(path(JUNE));
        assertUnchanged(unchanged, tag);
        assertThat(rows(unchanged)).isEqualTo(ROWS_WITHOUT_COMPUTING);
    }

    @Test
    void whatComesToTheSameIsComputedAndUnchanged() throws SQLException {
        String tag = tag(JUNE);

        change("select rename_lead_status('%1$s', status('%1$s', 'Qualified'), 'Hot')");
        change("select rename_lead_status('%1$s', status('%1$s', 'Hot'), 'Qualified')");

        Response unchanged = conditional(tag).get(path(JUNE));
        assertUnchanged(unchanged, tag);
        assertThat(rows(unchanged)).isGreaterThan(ROWS_WITHOUT_COMPUTING);
    }

    @Test
    void aTransactionThatCommitsLateMakesItANewOne() throws SQLException {
        try (Connection late = database.getConnection();
                Statement statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute(lead("lead_late", "2020-06-07 12:00Z"));
            createLead("lead_early", "2020-06-08 12:00Z");
            String tag = tag(JUNE);
            assertUnchanged(conditional(tag).get(path(JUNE)), tag);

            late.commit();

            assertThat(conditional(tag).get(path(JUNE)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aTransactionThatIsRolledBackChangesNothing() throws SQLException {
        String tag = tag(JUNE);
        try (Connection undone = database.getConnection();
                Statement statement = undone.createStatement()) {
            undone.setAutoCommit(false);
            statement.execute(lead("lead_undone", "2020-06-07 12:00Z"));
            undone.rollback();
        }
        Response unchanged = conditional(tag).get(path(JUNE));
        assertUnchanged(unchanged, tag);
        assertThat(rows(unchanged)).isEqualTo(ROWS_WITHOUT_COMPUTING);
    }

    @Test
    void postingTheJournalChangesNothing() throws SQLException {
        createLead("lead_second", "2020-06-05 13:00Z");
        createLead("lead_third", "2020-06-07 13:00Z");
        String tag = tag(JUNE);

        change("select post_lead_history(organization_number('%1$s'))");

        assertThat(select("select count(*) from lead_history_journal where organization_id = organization_number('"
                        + organization + "')"))
                .isEqualTo("0");
        Response unchanged = conditional(tag).get(path(JUNE));
        assertUnchanged(unchanged, tag);
        assertThat(rows(unchanged)).isEqualTo(ROWS_WITHOUT_COMPUTING);
    }

    @Test
    void whatRebuildingRepairsIsANewReport() throws SQLException {
        String forAll = " where organization_id = organization_number('%1$s')";
        change("call rebuild_lead_history('%1$s')");
        change("delete from lead_status_ledger" + forAll);
        String wrong = tag("?date_end=2020-06-06");

        change("call rebuild_lead_history('%1$s')");

        assertThat(conditional(wrong).get(path("?date_end=2020-06-06")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anOpenEndIsTheMomentOfTheAnswer() throws InterruptedException {
        String tag = tag("?date_start=2020-06-01");

        Thread.sleep(1_100);

        Response later = conditional(tag).get(path("?date_start=2020-06-01"));
        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(later.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void aFilteredReportIsComputedAndComparedWithWhatTheCallerHas() throws SQLException {
        String filtered = JUNE + "&query=name:acme";
        String tag = tag(filtered);
        assertThat(tag).matches("\"[\\w-]{22}\"");
        assertUnchanged(conditional(tag).get(path(filtered)), tag);

        change("update lead set document = '{\"name\": \"Acme\"}' where organization_id = organization_number('%1$s')");

        assertThat(conditional(tag).get(path(filtered)).statusCode()).isEqualTo(200);
        assertThat(conditional(tag(JUNE)).get(path(filtered)).statusCode()).isEqualTo(200);
    }

    @Test
    void headAndThePostThatStandsForAGetAreConditionalToo() {
        String tag = tag(JUNE);

        Response head = client().head(path(JUNE));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(tag);
        assertThat(conditional(tag).head(path(JUNE)).statusCode()).isEqualTo(304);

        Response post = asPost(client());
        assertThat(post.statusCode()).isEqualTo(200);
        assertThat(post.header("ETag")).isEqualTo(tag);
        assertUnchanged(asPost(conditional(tag)), tag);
    }

    @Test
    void tagsComeWeakenedAmongOthersAndAsAny() {
        String tag = tag(JUNE);

        assertUnchanged(conditional("W/" + tag).get(path(JUNE)), tag);
        assertUnchanged(conditional("\"other\", " + tag).get(path(JUNE)), tag);
        assertUnchanged(conditional("*").get(path(JUNE)), tag);
        assertThat(conditional("\"other\"").get(path(JUNE)).statusCode()).isEqualTo(200);
        assertThat(conditional(tag.substring(0, 30)).get(path(JUNE)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTagIsNoCredentialAndOpensNoOtherOrganization() {
        String tag = tag(JUNE);

        assertThat(given().header("If-None-Match", tag).get(path(JUNE)).statusCode())
                .isEqualTo(401);
        assertThat(given().header("If-None-Match", tag)
                        .header("Authorization", Service.basic("api_demo"))
                        .get(path(JUNE))
                        .statusCode())
                .isEqualTo(404);
        assertThat(given().header("If-None-Match", tag)
                        .header("Authorization", Service.basic("api_demo"))
                        .get(Service.reportPath("orga_demo") + JUNE)
                        .statusCode())
                .isEqualTo(200);
    }

    /** The status that the answer has after a lead has got another name. */
    @ParameterizedTest
    @CsvSource({"/api/v1/lead/, 200", "/api/v1/lead/lead_first/, 200", "/api/v1/status/lead/, 304", "/api/v1/me/, 304"})
    void everyOtherAnswerHasATagToo(String path, int afterwards) throws SQLException {
        String tag = client().get(path).header("ETag");
        assertThat(tag).matches("\"[\\w-]{22}\"");
        assertUnchanged(conditional(tag).get(path), tag);

        change("update lead set document = '{\"name\": \"New\"}' where organization_id = organization_number('%1$s')");

        assertThat(conditional(tag).get(path).statusCode()).isEqualTo(afterwards);
    }

    @Test
    void errorsHaveNoTag() {
        for (Response error : List.of(
                client().get(path("?date_end=x")),
                client().get(Service.reportPath("orga_demo")),
                client().get("/nothing"),
                conditional("*").get(path("?date_end=x")))) {
            assertThat(error.statusCode()).isBetween(400, 404);
            assertThat(error.header("ETag")).isNull();
        }
    }

    private static void assertUnchanged(Response response, String tag) {
        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.header("ETag")).isEqualTo(tag);
        assertThat(response.asString()).isEmpty();
    }

    private String tag(String period) {
        Response report = client().get(path(period));
        assertThat(report.statusCode()).as(report.asString()).isEqualTo(200);
        return report.header("ETag");
    }

    private int rows(Response response) {
        return requests.request(response.header("X-Request-Id")).path("rows").asInt();
    }

    private Response asPost(RequestSpecification client) {
        return client.header("X-HTTP-Method-Override", "GET")
                .contentType("application/json")
                .body("{\"_params\": {\"date_start\": \"2020-06-01\", \"date_end\": \"2020-06-10\"}}")
                .post(path(""));
    }

    private RequestSpecification conditional(String tag) {
        return client().header("If-None-Match", tag);
    }

    private RequestSpecification client() {
        return given().urlEncodingEnabled(false).header("Authorization", Service.basic(key));
    }

    private String path(String period) {
        return Service.reportPath(organization) + period;
    }

    private static List<String> list(Response response, String header) {
        return response.headers().getValues(header).stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .toList();
    }

    private void createLead(String id, String occurredAt) throws SQLException {
        change(lead(id, occurredAt));
    }

    private String lead(String id, String occurredAt) {
        return withStatuses(
                "select create_lead('%1$s', status('%1$s', 'Potential'), '" + occurredAt + "', '" + id + "')");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(withStatuses(sql));
        }
    }

    /** Writes out {@code %1$s} for the organization and {@code status(…)} for the id of a status. */
    private String withStatuses(String sql) {
        return sql.replace("%1$s", organization)
                .replaceAll(
                        "(?<!_)status\\('[^']+', ('[^']+')\\)",
                        "(select public_id from lead_status where organization_id = organization_number('"
                                + organization + "') and label = $1)");
    }

    private String select(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}

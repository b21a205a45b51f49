package io.leadstatus.database;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import io.leadstatus.testing.ProductionProfile;
import io.leadstatus.testing.Service;

/** The service reads, and a replica is enough for that: what a caller then sees, and what happens without the replica. */
@QuarkusTest
@TestProfile(ReplicaTest.BesideAReplica.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicaTest {
    private static final String REPORT = Service.reportPath(StreamingReplica.ORGANIZATION);
    private static final String SERVICES_CONNECTIONS =
            "select count(*) from pg_stat_activity where application_name = 'leadstatus'";
    /** As infra/scale.md measures it. */
    private static final String LAG = """
            select extract(epoch from case
                when pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() then interval '0'
                else now() - pg_last_xact_replay_timestamp()
            end)
            """;

    StreamingReplica servers;

    private String potential;
    private String customer;

    @BeforeEach
    void statuses() throws SQLException {
        potential = status("Potential");
        customer = status("Customer");
    }

    @Test
    void thePrimaryIsNotAsked() throws Exception {
        createLead();
        servers.catchUp();

        assertThat(report().statusCode()).isEqualTo(200);
        assertThat(client().get("/api/v1/lead/?query=status:potential")
                        .jsonPath()
                        .getInt("total_results"))
                .isPositive();
        assertThat(client().get("/search/status:potential/").statusCode()).isEqualTo(200);
        assertThat(servers.onReplica(SERVICES_CONNECTIONS)).isNotEqualTo("0");
        assertThat(servers.onPrimary(SERVICES_CONNECTIONS)).isEqualTo("0");
    }

    @Test
    void aCallerSeesTheStateThatTheReplicaIsInAndWhatIsBehindCanBeMeasured() throws Exception {
        servers.catchUp();
        Response before = report();
        servers.pauseReplay();
        createLead();

        assertThat(report().asString()).isEqualTo(before.asString());
        assertThat(client().header("If-None-Match", before.header("ETag"))
                        .get(REPORT)
                        .statusCode())
                .isEqualTo(304);
        awaitReceived();
        assertThat(Double.parseDouble(servers.onReplica(LAG))).isPositive();

        servers.onReplica("select pg_wal_replay_resume()");
        servers.catchUp();
        assertThat(created(report())).isEqualTo(created(before) + 1);
        assertThat(report().header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat(Double.parseDouble(servers.onReplica(LAG))).isZero();
    }

    @Test
    void aReportIsOfOneMomentThereToo() throws Exception {
        AtomicBoolean isEnough = new AtomicBoolean();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            while (!isEnough.get()) {
                change();
            }
        });
        int first = created(report());
        int last = first;
        for (int i = 0; i < 30 || last == first; i++) {
            Response report = report();
            last = created(report);
            assertThat(ended(report)).isEqualTo(last);
        }
        isEnough.set(true);
        writing.join();
    }

    @Test
    void aStatementThatTheReplicaCancelsIsUnavailableAndAskedAgainIsAnswered() throws Exception {
        createLead();
        String original = servers.onPrimary("select pg_get_functiondef('search_text(text)'::regprocedure)");
        servers.define("""
                create or replace function search_text(value text) returns text immutable language plpgsql as $$
                begin perform pg_sleep(20); return ''; end $$
                """);
        try {
            servers.catchUp();
            CompletableFuture<Response> slow =
                    CompletableFuture.supplyAsync(() -> client().get("/api/v1/lead/?query=sort:name"));
            while (!slow.isDone()
                    && servers.onReplica(SERVICES_CONNECTIONS + " and wait_event = 'PgSleep'")
                            .equals("0")) {
                Thread.sleep(10);
            }
            servers.define("alter table lead add column other text");

            assertThat(slow.get().statusCode()).as(slow.get().asString()).isEqualTo(503);
            assertThat(slow.get().header("Retry-After")).isEqualTo("2");
        } finally {
            servers.define("alter table lead drop column if exists other");
            servers.define(original);
        }
        servers.catchUp();
        assertThat(report().statusCode()).isEqualTo(200);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void withoutItsReplicaTheServiceAsksThePrimary() throws Exception {
        servers.catchUp();
        String before = report().asString();
        servers.stopReplica();
        try {
            Response report = report();
            if (report.statusCode() != 200) {
                assertThat(report.statusCode()).isEqualTo(503);
                report = report();
            }
            assertThat(report.asString()).isEqualTo(before);
            assertThat(servers.onPrimary(SERVICES_CONNECTIONS)).isNotEqualTo("0");
        } finally {
            servers.startReplica();
        }
    }

    private void createLead() throws SQLException {
        servers.onPrimary("select create_lead('%s', '%s')".formatted(StreamingReplica.ORGANIZATION, potential));
    }

    /** Creates a lead and moves it, in a transaction each. */
    private void change() {
        try {
            String lead = servers.onPrimary(
                    "select create_lead('%s', '%s')".formatted(StreamingReplica.ORGANIZATION, potential));
            servers.onPrimary("select change_lead_status('%s', '%s', '%s')"
                    .formatted(StreamingReplica.ORGANIZATION, lead, customer));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitReceived() throws Exception {
        while (servers.onReplica("select pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn()")
                .equals("t")) {
            Thread.sleep(10);
        }
    }

    private String status(String label) throws SQLException {
        return servers.onPrimary("select public_id from lead_status where label = '" + label + "'");
    }

    private static int created(Response report) {
        return sum(report.jsonPath(), "status_transitions.findAll { it.from_status_id == null }.count");
    }

    private static int ended(Response report) {
        return sum(report.jsonPath(), "status_overview.ended");
    }

    private static int sum(JsonPath report, String path) {
        return report.getList(path, Integer.class).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private Response report() {
        return client().get(REPORT);
    }

    private RequestSpecification client() {
        return given().header("Authorization", Service.basic(servers.key()));
    }

    public static class BesideAReplica extends ProductionProfile {
        public BesideAReplica() {
            super(StreamingReplica.class);
        }
    }
}

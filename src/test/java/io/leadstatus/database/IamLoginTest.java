package io.leadstatus.database;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.leadstatus.testing.PreparedDatabase;
import io.leadstatus.testing.ProductionProfile;
import io.leadstatus.testing.Service;

/**
 * The service logs in with a token of its own making. The database cannot ask IAM; it is told as the role's password
 * the token of the moment at which the service's clock stands.
 */
@QuarkusTest
@TestProfile(IamLoginTest.AsFunctionRole.class)
class IamLoginTest {
    private static final Instant NOON = Instant.parse("2024-02-29T12:00:00Z");
    private static final String ROLE = "leadstatus_service";
    private static final AwsKeys KEYS = new AwsKeys("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI", "session/+==");

    @Inject
    HandSetClock clock;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void everyNewConnectionHasATokenOfItsMoment() throws SQLException {
        Instant later = NOON.plus(Duration.ofHours(3));

        assertThat(statusAt(NOON, NOON)).as("token of now").isEqualTo(401);
        assertThat(statusAt(later, NOON)).as("token that has expired").isEqualTo(503);
        assertThat(statusAt(later, later)).as("token of now, later").isEqualTo(401);
    }

    /** What an unknown key is answered at a moment, on a new connection, by a database that takes a moment's token. */
    private int statusAt(Instant moment, Instant taken) throws SQLException {
        clock.moment = moment;
        int port = Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
        String token = new DatabaseLogin("localhost", port, ROLE, "eu-central-1").token(KEYS, taken);
        try (Connection admin = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = admin.createStatement()) {
            statement.execute("alter role " + ROLE + " password '" + token + "'");
        }
        return given().header("Authorization", Service.basic("api_unknown"))
                .get(Service.reportPath("orga_demo"))
                .statusCode();
    }

    @Alternative
    @Singleton
    static class HandSetClock extends Clock {
        private Instant moment = NOON;

        @Override
        public Instant instant() {
            return moment;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(moment, zone);
        }
    }

    public static class AsFunctionRole extends ProductionProfile {
        public AsFunctionRole() {
            super(DatabaseThatAsksForPasswords.class);
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(HandSetClock.class);
        }

        /** Every request on a connection of its own. */
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.jdbc.pooling-enabled", "false");
        }
    }

    /** The embedded database, migrated, with a role that has to give its password. */
    public static class DatabaseThatAsksForPasswords extends PreparedDatabase {

        @Override
        protected void prepare(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "create role " + ROLE + " login; grant select on all tables in schema public to " + ROLE);
                statement.execute("create table hba (line text)");
                statement.execute("insert into hba values ('host all " + ROLE
                        + " all scram-sha-256'), ('host all all all trust')");
                statement.execute("do $$ begin execute format('copy hba to %L', current_setting('hba_file')); end $$");
                statement.execute("select pg_reload_conf()");
            }
        }

        @Override
        protected Map<String, String> configuration(EmbeddedPostgres database) {
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    "jdbc:postgresql://localhost:" + database.getPort() + "/postgres",
                    "quarkus.datasource.username",
                    ROLE,
                    "quarkus.datasource.credentials-provider",
                    "iam",
                    "AWS_REGION",
                    "eu-central-1",
                    "AWS_ACCESS_KEY_ID",
                    KEYS.accessKeyId(),
                    "AWS_SECRET_ACCESS_KEY",
                    KEYS.secretAccessKey(),
                    "AWS_SESSION_TOKEN",
                    KEYS.sessionToken());
        }
    }
}

package io.leadstatus.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.ServiceTest;

/** A whole history is loaded without anything that is derived from it, and derived afterwards, a few leads at a time. */
@ServiceTest
class RebuildTest {
    private static final int LEADS = 40;
    private static final int EVENTS = 3 * LEADS;
    private static final int LEADS_PER_COMMIT = 4;

    @Inject
    DataSource database;

    private String organization;

    @BeforeEach
    void loadHistory() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            organization = one(connection, "select create_organization('rebuilt')");
            statement.execute("set leadstatus.posting = off");
            statement.execute("""
                    with created as (
                        insert into lead (organization_id, public_id, status_number, created_at, updated_at)
                        select organization_number('%1$s'), 'lead_' || number, 1, '2020-01-01Z', '2020-01-01Z'
                        from generate_series(1, %2$d) number
                        returning organization_id, lead_id
                    )
                    insert into lead_status_event (organization_id, lead_id, occurred_at, from_status, to_status)
                    select organization_id, lead_id, at, from_status, to_status
                    from created,
                         (values (timestamptz '2020-01-01Z', null::smallint, 1::smallint),
                                 ('2020-01-02Z', 1, 2), ('2020-03-02Z', 2, 1)) as move (at, from_status, to_status)
                    """.formatted(organization, LEADS));
            statement.execute("reset leadstatus.posting");
        }
    }

    @Test
    void everythingIsDerivedAndTheCorrectionsAreCounted() throws SQLException {
        assertThat(rebuild()).isEqualTo(EVENTS);

        assertThat(differences()).isZero();
        assertThat(rebuild()).isZero();
    }

    @Test
    void inASessionThatEntersNothingItIsTheSame() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set leadstatus.posting = off");
            assertThat(rebuild(connection)).isEqualTo(EVENTS);
            statement.execute("reset leadstatus.posting");
        }

        assertThat(differences()).isZero();
    }

    @Test
    void oneThatIsKilledGoesOnWhereItWas() throws Exception {
        killInTheFifthStep();
        assertThat(one("select corrected from lead_history_rebuilding where organization_id = organization_number('"
                        + organization + "')"))
                .isEqualTo(String.valueOf(4 * LEADS_PER_COMMIT * 3));

        assertThat(rebuild()).isEqualTo(EVENTS);

        assertThat(differences()).isZero();
        assertThat(one("select count(*) from lead_history_rebuilding")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "on"})
    void oneThatIsKilledDerivesWhatIsLoadedAfterwards(String posting) throws Exception {
        killInTheFifthStep();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set leadstatus.posting = " + posting);
            statement.execute("""
                    insert into lead_status_event (organization_id, lead_id, occurred_at, from_status, to_status)
                    select organization_id, lead_id, '2020-02-01Z', 2, 3
                    from lead
                    where organization_id = organization_number('%s') and public_id in ('lead_7', 'lead_30')
                    """.formatted(organization));
            statement.execute("reset leadstatus.posting");
        }

        rebuild();

        assertThat(differences()).isZero();
    }

    @Test
    void whoRequiresARightHistoryIsToldWhatDiffers() throws SQLException {
        assertThatThrownBy(() -> one("select require_lead_history('" + organization + "')"))
                .hasMessageContaining("differences between the events of " + organization)
                .hasMessageContaining("status ledger day 2020-01-01 00:00:00+00 status 1: nothing instead of 40")
                .hasMessageContaining("call rebuild_lead_history('" + organization + "')");

        rebuild();

        assertThatCode(() -> one("select require_lead_history('" + organization + "')"))
                .doesNotThrowAnyException();
    }

    private void killInTheFifthStep() throws Exception {
        try (Connection holding = database.getConnection()) {
            holding.setAutoCommit(false);
            // Somebody writes the 18th lead, so the rebuilding waits in its fifth step.
            one(holding, """
                    select lead_id
                    from lead
                    where lead_id = (select lead_id
                                     from lead
                                     where organization_id = organization_number('%s')
                                     order by lead_id offset 17 limit 1)
                    for update
                    """.formatted(organization));
            CompletableFuture<Long> killed = CompletableFuture.supplyAsync(this::rebuildUnchecked);
            one("select pg_terminate_backend(" + waitUntilItWaits() + ")");
            assertThatThrownBy(killed::join).isInstanceOf(CompletionException.class);
            holding.rollback();
        }
    }

    private String waitUntilItWaits() throws Exception {
        for (int waited = 0; waited < 10_000; waited += 20) {
            String process = one("select max(pid) from pg_stat_activity where wait_event_type = 'Lock'"
                    + " and query like 'call rebuild_lead_history%'");
            if (process != null) {
                return process;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the rebuilding does not wait");
    }

    private long rebuildUnchecked() {
        try {
            return rebuild();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return how many rows it corrected, before an interruption too */
    private long rebuild() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return rebuild(connection);
        }
    }

    private long rebuild(Connection connection) throws SQLException {
        try (CallableStatement call = connection.prepareCall("call rebuild_lead_history(?, ?, ?)")) {
            call.setString(1, organization);
            call.setInt(2, LEADS_PER_COMMIT);
            call.setLong(3, 0);
            call.registerOutParameter(3, Types.BIGINT);
            call.execute();
            return call.getLong(3);
        }
    }

    private int differences() throws SQLException {
        return Integer.parseInt(one("select count(*) from verify_lead_history('" + organization + "')"));
    }

    private String one(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return one(connection, sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}

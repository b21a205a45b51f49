package io.leadstatus.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.leadstatus.testing.ServiceTest;

/**
 * Many changes at once, in whatever order they come, come to what recording them one after the other comes to.
 * {@code -Dseed=…} draws the same again.
 */
@ServiceTest
class LeadHistoryImportTest {
    private static final List<String> LABELS = List.of("Potential", "Bad Fit", "Qualified", "Customer");
    private static final Instant START = Instant.parse("2019-12-31T23:59:58Z");
    private static final String EVENTS = """
            select lead.public_id, occurred_at, origin.label, target.label
            from organization
            join lead using (organization_id)
            join lead_status_event event using (organization_id, lead_id)
            join lead_status target
                on (target.organization_id, target.status_number) = (event.organization_id, to_status)
            left join lead_status origin
                on (origin.organization_id, origin.status_number) = (event.organization_id, from_status)
            where organization.public_id = ?
            order by lead.public_id, occurred_at, sequence
            """;

    /** @param oldLabel null: whatever it was */
    private record Change(String lead, Instant at, String oldLabel, String newLabel, boolean isCreation) {}

    @Inject
    DataSource database;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private String imported;
    private String recorded;

    @BeforeEach
    void createOrganizations() throws SQLException {
        imported = rows("select create_organization('imported')").get(0);
        recorded = rows("select create_organization('recorded')").get(0);
    }

    @Test
    void whatComesOutOfOrderAndLateComesToTheSame() throws SQLException {
        List<Change> early = new ArrayList<>();
        List<Change> late = new ArrayList<>();
        changes(80).forEach(change -> (change.isCreation() || random.nextBoolean() ? early : late).add(change));

        for (List<Change> some : List.of(early, late)) {
            recordInOrder(some);
            addWaiting(some);
            assertThat(importWaiting(20)).isZero();
        }

        assertThat(rows(EVENTS, imported))
                .as("-Dseed=" + seed)
                .isEqualTo(rows(EVENTS, recorded))
                .hasSizeGreaterThan(80);
        assertThat(rows("select * from verify_lead_history(?)", imported)).isEmpty();
        assertThat(rows("select * from lead_history_import where organization = ?", imported))
                .isEmpty();
    }

    @Test
    void whatKilledImportsLeftIsImportedOnceByTheNext() throws Exception {
        List<Change> changes = changes(400);
        recordInOrder(changes);
        addWaiting(changes);

        int kills = 0;
        for (int i = 0; i < 6; i++) {
            kills += importAndKill(i % 2 == 0) ? 1 : 0;
        }
        importWaiting(100);

        assertThat(kills).as("imports that were killed, -Dseed=" + seed).isPositive();
        assertThat(rows(EVENTS, imported)).as("-Dseed=" + seed).isEqualTo(rows(EVENTS, recorded));
        assertThat(rows("select * from verify_lead_history(?)", imported)).isEmpty();
    }

    @Test
    void ofALeadWithAWrongChangeNothingIsImportedAndTheProblemIsTold() throws SQLException {
        addWaiting(List.of(
                new Change("lead_right", START, null, "Potential", true),
                new Change("lead_wrong", START, null, "Potential", true),
                new Change("lead_wrong", START.plusSeconds(1), null, "no such", false),
                new Change("lead_late", START, "Potential", "Qualified", false),
                new Change("lead_future", Instant.now().plusSeconds(3_600), null, "Potential", false),
                new Change("acme", START, null, "Potential", false)));

        assertThat(importWaiting(2)).isEqualTo(5);

        assertThat(rows("select lead, problem from lead_history_import where organization = ?", imported))
                .satisfiesExactlyInAnyOrder(
                        row -> assertThat(row).isEqualTo("lead_wrong, another change of this lead is refused"),
                        row -> assertThat(row)
                                .isEqualTo("lead_wrong, new_status: lead status no such does not exist in this"
                                        + " organization"),
                        row -> assertThat(row)
                                .isEqualTo("lead_late, old_status: the first change of lead lead_late creates it,"
                                        + " out of no status"),
                        row -> assertThat(row)
                                .startsWith("lead_future, occurred_at: ")
                                .endsWith("lies in the future"),
                        row -> assertThat(row).isEqualTo("acme, lead: acme is not the id of a lead, such as lead_1"));
        assertThat(rows(EVENTS, imported)).hasSize(1);
        assertThat(rows("select * from verify_lead_history(?)", imported)).isEmpty();
    }

    @Test
    void whatWasWrongIsImportedWhenItIsMended() throws SQLException {
        addWaiting(List.of(
                new Change("lead_1", START, null, "Potential", true),
                new Change("lead_1", START.plusSeconds(1), null, "no such", false)));
        importWaiting(10);

        rows(
                "update lead_history_import set problem = null, new_status = (select lead_status.public_id from"
                        + " lead_status join organization using (organization_id) where organization.public_id = organization and label ="
                        + " 'Qualified') where organization = ? and new_status = 'no such' returning 1",
                imported);
        assertThat(importWaiting(10)).isZero();

        assertThat(rows(EVENTS, imported)).hasSize(2);
    }

    @Test
    void aChangeBeforeTheCreationOfALeadThatIsThereIsRefused() throws SQLException {
        addWaiting(List.of(new Change("lead_1", START, null, "Potential", true)));
        importWaiting(10);

        addWaiting(List.of(new Change("lead_1", START.minusSeconds(1), null, "Qualified", false)));

        assertThat(importWaiting(10)).isEqualTo(1);
        assertThat(rows("select problem from lead_history_import where organization = ?", imported))
                .singleElement()
                .asString()
                .contains("is before the creation of lead lead_1");
    }

    @Test
    void anUnknownOrganizationIsRefused() {
        assertThatThrownBy(() -> {
                    imported = "orga_unknown";
                    importWaiting(10);
                })
                .hasMessageContaining("organization: orga_unknown does not exist");
    }

    /** Leads that are created and then move at random, often at the same instant and without a move. */
    private List<Change> changes(int leads) {
        List<Change> changes = new ArrayList<>();
        for (int lead = 0; lead < leads; lead++) {
            Instant created = START.plusSeconds(random.nextInt(5));
            changes.add(new Change("lead_" + lead, created, null, oneOf(LABELS), true));
            for (int i = random.nextInt(8); i > 0; i--) {
                Instant at = created.plusSeconds(random.nextInt(3) * (random.nextBoolean() ? 1 : 5_000_000));
                String oldLabel = random.nextInt(4) == 0 ? oneOf(LABELS) : null;
                changes.add(new Change("lead_" + lead, at, oldLabel, oneOf(LABELS), false));
            }
        }
        return changes;
    }

    private void recordInOrder(List<Change> changes) throws SQLException {
        List<Change> inOrder = new ArrayList<>(changes);
        inOrder.sort(Comparator.comparing(Change::at));
        for (Change change : inOrder) {
            if (change.isCreation()) {
                rows(
                        "select create_lead(?, status(?, ?), cast(? as timestamptz), ?)",
                        recorded,
                        recorded,
                        change.newLabel(),
                        change.at().toString(),
                        change.lead());
            } else {
                rows(
                        "select change_lead_status(?, ?, status(?, ?), cast(? as timestamptz), status(?, ?))",
                        recorded,
                        change.lead(),
                        recorded,
                        change.newLabel(),
                        change.at().toString(),
                        recorded,
                        change.oldLabel());
            }
        }
    }

    /** In random order, and numbered as they happened. */
    private void addWaiting(List<Change> changes) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            numbers.add(i);
        }
        Collections.shuffle(numbers, random);
        for (int number : numbers) {
            Change change = changes.get(number);
            rows(
                    "insert into lead_history_import (organization, lead, number, occurred_at, old_status, new_status)"
                            + " values (?, ?, cast(? as bigint), cast(? as timestamptz), status(?, ?),"
                            + " coalesce(status(?, ?), ?)) returning 1",
                    imported,
                    change.lead(),
                    String.valueOf(number),
                    change.at().toString(),
                    imported,
                    change.oldLabel(),
                    imported,
                    change.newLabel(),
                    change.newLabel());
        }
    }

    /** @return how many changes were refused */
    private long importWaiting(int leadsPerCommit) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return importWaiting(connection, leadsPerCommit);
        }
    }

    private long importWaiting(Connection connection, int leadsPerCommit) throws SQLException {
        try (CallableStatement call = connection.prepareCall("call import_lead_history(?, ?, ?)")) {
            call.setString(1, imported);
            call.setInt(2, leadsPerCommit);
            call.setLong(3, 0);
            call.registerOutParameter(3, Types.BIGINT);
            call.execute();
            return call.getLong(3);
        }
    }

    /**
     * Kills an import in the middle: its session, or the process that asked for it.
     *
     * @return whether it was still running
     */
    private boolean importAndKill(boolean session) throws Exception {
        try (Connection importing = database.getConnection()) {
            String process = rows(importing, "select pg_backend_pid()").get(0);
            Thread killer = new Thread(() -> {
                try {
                    Thread.sleep(20 + random.nextInt(60));
                    if (session) {
                        rows("select pg_terminate_backend(cast(? as integer))", process);
                    } else {
                        importing.unwrap(org.postgresql.PGConnection.class).cancelQuery();
                        importing.abort(Runnable::run);
                    }
                } catch (SQLException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            killer.start();
            try {
                importWaiting(importing, 3);
                return false;
            } catch (SQLException killed) {
                return true;
            } finally {
                killer.join();
            }
        }
    }

    private List<String> rows(String sql, String... parameters) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return rows(connection, sql, parameters);
        }
    }

    /** The columns of each row, joined by commas. Knows {@code status(organization, label)}, the id of a status. */
    private static List<String> rows(Connection connection, String sql, String... parameters) throws SQLException {
        String statement = sql.replace("status(?, ?)", """
                (select lead_status.public_id
                 from organization join lead_status using (organization_id)
                 where organization.public_id = ? and label = ?)""");
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setString(i + 1, parameters[i]);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet found = prepared.executeQuery()) {
                while (found.next()) {
                    List<String> columns = new ArrayList<>();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        columns.add(found.getString(i));
                    }
                    rows.add(String.join(", ", columns));
                }
            }
            return rows;
        }
    }

    private String oneOf(List<String> labels) {
        return labels.get(random.nextInt(labels.size()));
    }
}

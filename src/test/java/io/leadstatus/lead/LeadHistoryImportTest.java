package io.leadstatus.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.leadstatus.testing.ServiceTest;

/** Many changes at once, in whatever order they come, come to what recording them one after the other comes to. */
@ServiceTest
class LeadHistoryImportTest extends ImportedOrganization {
    /** SQL states of a cancelled statement, a terminated session and a closed connection. */
    private static final List<String> ENDED = List.of("57014", "57P01", "08006", "08003");

    private static final List<String> LABELS = List.of("Potential", "Bad Fit", "Qualified", "Customer");

    private String recorded;

    @BeforeEach
    void anotherOrganization() throws SQLException {
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

        assertThat(events(imported))
                .as("-Dseed=" + seed)
                .isEqualTo(events(recorded))
                .hasSizeGreaterThan(80);
        assertThat(differences()).isEmpty();
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
        assertThat(events(imported)).as("-Dseed=" + seed).isEqualTo(events(recorded));
        assertThat(differences()).isEmpty();
    }

    @Test
    void importsAtTheSameTimeImportEachChangeOnce() throws Exception {
        List<Change> changes = changes(200);
        recordInOrder(changes);
        addWaiting(changes);

        try (Connection one = database.getConnection();
                Connection other = database.getConnection()) {
            CompletableFuture<Long> importing = CompletableFuture.supplyAsync(() -> importUnchecked(other));
            importUnchecked(one);
            importing.join();
        }

        assertThat(events(imported)).as("-Dseed=" + seed).isEqualTo(events(recorded));
        assertThat(differences()).isEmpty();
    }

    private long importUnchecked(Connection connection) {
        try {
            return importWaiting(connection, 5);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
                assertThat(killed.getSQLState()).isIn(ENDED);
                return true;
            } finally {
                killer.join();
            }
        }
    }

    private String oneOf(List<String> labels) {
        return labels.get(random.nextInt(labels.size()));
    }
}

package io.leadstatus.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import io.leadstatus.testing.ServiceTest;

/** What arrives while an import runs, waits for the next. */
@ServiceTest
class LeadHistoryImportArrivalsTest extends ImportedOrganization {

    @Test
    void changesThatArriveWhileTheirLeadIsImportedStay() throws Exception {
        addWaiting(List.of(
                new Change("lead_1", START, null, "Potential", true),
                new Change("lead_2", START, null, "Potential", true)));

        long refused = importWhileSomebodyCreatesTheFirstLead(creating -> {
            addWaitingUnchecked(List.of(
                    new Change("lead_1", START.minusSeconds(1), null, "Qualified", false),
                    new Change("lead_1", START.plusSeconds(1), null, "no such", false),
                    new Change("lead_2", START.plusSeconds(1), null, "Customer", false)));
            rollback(creating);
        });

        assertThat(refused).isZero();
        assertThat(waiting()).containsExactly("lead_1, null", "lead_1, null", "lead_2, null");
        assertThat(events(imported)).hasSize(2);
        assertThat(differences()).isEmpty();

        assertThat(importWaiting(10)).isEqualTo(2);

        assertThat(waiting())
                .satisfiesExactlyInAnyOrder(
                        row -> assertThat(row).contains("is before the creation of lead lead_1"),
                        row -> assertThat(row).contains("lead status no such does not exist"));
        assertThat(events(imported)).hasSize(3);
        assertThat(differences()).isEmpty();
    }

    @Test
    void changesOfALeadThatSomebodyCreatesMeanwhileStay() throws Exception {
        addWaiting(List.of(
                new Change("lead_1", START, null, "Potential", true),
                new Change("lead_2", START, null, "Potential", true)));

        long refused = importWhileSomebodyCreatesTheFirstLead(LeadHistoryImportArrivalsTest::commit);

        assertThat(refused).isZero();
        assertThat(waiting()).containsExactly("lead_1, null");
        assertThat(differences()).isEmpty();

        assertThat(importWaiting(10)).isEqualTo(1);

        assertThat(waiting()).singleElement().asString().contains("is before the creation of lead lead_1");
        assertThat(events(imported)).hasSize(2);
        assertThat(differences()).isEmpty();
    }

    /**
     * The import has examined what waits, and then cannot go on until it is known whether there is a first lead.
     *
     * @param meanwhile ends the transaction that creates it
     * @return how many changes the import refused
     */
    private long importWhileSomebodyCreatesTheFirstLead(Consumer<Connection> meanwhile) throws Exception {
        try (Connection creating = database.getConnection()) {
            creating.setAutoCommit(false);
            rows(
                    creating,
                    "select create_lead(?, status(?, ?), cast(? as timestamptz), 'lead_1')",
                    imported,
                    imported,
                    "Customer",
                    START.plusSeconds(60).toString());
            CompletableFuture<Long> importing = CompletableFuture.supplyAsync(this::importUnchecked);
            waitUntilItWaits();
            meanwhile.accept(creating);
            return importing.join();
        }
    }

    private List<String> waiting() throws SQLException {
        return rows("select lead, problem from lead_history_import where organization = ? order by lead", imported);
    }

    private void waitUntilItWaits() throws Exception {
        for (int waited = 0; waited < 10_000; waited += 20) {
            if (!rows("select pid from pg_stat_activity where wait_event_type = 'Lock'"
                            + " and query like 'call import_lead_history%'")
                    .isEmpty()) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the import does not wait");
    }

    private long importUnchecked() {
        try {
            return importWaiting(10);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void addWaitingUnchecked(List<Change> changes) {
        try {
            for (Change change : changes) {
                rows(
                        "insert into lead_history_import (organization, lead, occurred_at, new_status)"
                                + " values (?, ?, cast(? as timestamptz), coalesce(status(?, ?), ?)) returning 1",
                        imported,
                        change.lead(),
                        change.at().toString(),
                        imported,
                        change.newLabel(),
                        change.newLabel());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

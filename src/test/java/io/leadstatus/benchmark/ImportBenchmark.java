package io.leadstatus.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import io.leadstatus.benchmark.GeneratedHistory.Move;

/** How many historical changes a second are imported, out of order, into an organization that has none of these leads. */
final class ImportBenchmark {
    private static final int CHANGES = 1_000_000;
    private static final String ORGANIZATION = "orga_benchmark_import";

    private final BenchmarkDatabase database;
    private final GeneratedHistory history = new GeneratedHistory(OrganizationSize.MEDIUM);
    private final Instant founded = Instant.now().truncatedTo(ChronoUnit.DAYS).minusSeconds(GeneratedHistory.DURATION);

    ImportBenchmark(BenchmarkDatabase database) {
        this.database = database;
    }

    private record Change(int lead, Move move) {}

    /** @throws IllegalStateException if a change is refused, or the derived data is not right afterwards */
    void run() throws Exception {
        try (Connection connection = database.connect()) {
            createOrganization(connection);
            copy(changes(), connection);
            BoundStatement.of("vacuum analyze lead_history_import").run(connection);
            long started = System.nanoTime();
            importAll(connection);
            double seconds = (System.nanoTime() - started) / 1e9;
            System.out.printf(
                    "%,d changes of %s leads out of order in %.0f s: %,.0f a second%n",
                    CHANGES,
                    BoundStatement.of(
                                    "select count(*) from lead where organization_id = organization_number(?)",
                                    ORGANIZATION)
                            .value(connection),
                    seconds,
                    CHANGES / seconds);
            BoundStatement.of("select require_lead_history(?)", ORGANIZATION).value(connection);
            System.out.println("verified: all derived data is right");
        }
    }

    /** Anew, if it is there. */
    private static void createOrganization(Connection connection) throws SQLException {
        BoundStatement.of("delete from organization where public_id = ?", ORGANIZATION)
                .run(connection);
        BoundStatement.of("delete from lead_history_import where organization = ?", ORGANIZATION)
                .run(connection);
        BoundStatement.of("insert into organization (public_id, name) values (?, 'Import')", ORGANIZATION)
                .run(connection);
        for (PipelineStatus status : PipelineStatus.values()) {
            BoundStatement.of("select create_lead_status(?, ?, null, ?)", ORGANIZATION, status.label(), id(status))
                    .value(connection);
        }
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>(CHANGES);
        for (int lead = 0; changes.size() < CHANGES; lead++) {
            for (Move move : history.of(lead)) {
                changes.add(new Change(lead, move));
            }
        }
        List<Change> some = changes.subList(0, CHANGES);
        Collections.shuffle(some, new Random(1));
        return some;
    }

    private void copy(List<Change> changes, Connection connection) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy lead_history_import (organization, lead, occurred_at, new_status) from stdin");
        for (Change change : changes) {
            byte[] line = "%s\tlead_%d\t%s\t%s\n"
                    .formatted(
                            ORGANIZATION,
                            change.lead(),
                            founded.plusSeconds(change.move().at()),
                            id(PipelineStatus.values()[change.move().status() - 1]))
                    .getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(line, 0, line.length);
        }
        copy.endCopy();
    }

    private static void importAll(Connection connection) throws Exception {
        try (CallableStatement call = connection.prepareCall("call import_lead_history(?)")) {
            call.setString(1, ORGANIZATION);
            CompletableFuture<Void> imported = CompletableFuture.runAsync(() -> {
                try {
                    call.execute();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            boolean isDone = false;
            while (!isDone) {
                try {
                    imported.get(2, TimeUnit.SECONDS);
                    isDone = true;
                } catch (TimeoutException goesOn) {
                    // What the procedure says of its progress.
                }
                SQLWarning said = call.getWarnings();
                if (said != null) {
                    while (said.getNextWarning() != null) {
                        said = said.getNextWarning();
                    }
                    System.out.println(said.getMessage());
                }
            }
        }
        if (BoundStatement.of("select count(*) from lead_history_import where organization = ?", ORGANIZATION)
                        .number(connection)
                > 0) {
            throw new IllegalStateException("changes were refused");
        }
    }

    private static String id(PipelineStatus status) {
        return "stat_import_" + status.number();
    }
}

package io.leadstatus.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.leadstatus.benchmark.GeneratedHistory.Move;

/**
 * Fills a database with large organizations up to today, as the README tells to load many leads: events past the
 * triggers, then the derived data at once. Goes on where it was interrupted. Events lie in the table in the order of
 * time, more or less, as they would have been written.
 */
final class OrganizationGenerator {
    private static final int LEADS_PER_BATCH = 10_000;
    private static final int EVENTS_PER_BATCH = 100_000;
    private static final String FOUNDED = "founded";
    private static final String REBUILT = "derived data rebuilt";

    private final BenchmarkDatabase database;
    private final Connection connection;
    private final OrganizationSize size;
    private final LoadSteps steps;

    private OrganizationGenerator(BenchmarkDatabase database, Connection connection, OrganizationSize size) {
        this.database = database;
        this.connection = connection;
        this.size = size;
        this.steps = new LoadSteps(size.organization());
    }

    /** Loads what is not there yet. */
    static void load(BenchmarkDatabase database, List<OrganizationSize> sizes) throws Exception {
        try (Connection connection = database.connectToMaintain()) {
            LoadSteps.createTables(connection);
            List<OrganizationGenerator> unfinished = new ArrayList<>();
            for (OrganizationSize size : sizes) {
                OrganizationGenerator generator = new OrganizationGenerator(database, connection, size);
                if (!generator.steps.isDone(connection, REBUILT)) {
                    unfinished.add(generator);
                }
            }
            if (!unfinished.isEmpty()) {
                load(connection, unfinished);
            }
            System.out.printf(
                    "disk with indexes: %,d MB%n",
                    BoundStatement.of("select pg_database_size(current_database()) / 1024 / 1024")
                            .number(connection));
        }
    }

    private static void load(Connection connection, List<OrganizationGenerator> unfinished) throws Exception {
        int leads = unfinished.stream().mapToInt(each -> each.size.leads()).sum();
        if (leads > BoundStatement.of("select count(*) from lead").number(connection)) {
            SecondaryIndexes.drop(connection);
        }
        for (OrganizationGenerator generator : unfinished) {
            generator.copy();
        }
        SecondaryIndexes.restore(connection);
        BoundStatement.of("vacuum analyze").run(connection);
        for (OrganizationGenerator generator : unfinished) {
            generator.rebuild();
        }
        BoundStatement.of("vacuum analyze").run(connection);
    }

    private void copy() throws Exception {
        long started = System.nanoTime();
        if (BoundStatement.of("select count(*) from organization where public_id = ?", size.organization())
                        .number(connection)
                == 0) {
            createOrganization();
        }
        if (!steps.isDone(connection, FOUNDED)) {
            throw new IllegalStateException(size.organization()
                    + " is of an older generator: ./mvnw clean forgets it, or take another database");
        }
        BenchmarkedOrganization organization = new BenchmarkedOrganization(connection, size);
        Instant founded = organization.today().minusSeconds(GeneratedHistory.DURATION);
        GeneratedHistory history = new GeneratedHistory(size);
        new LoadBatches(database, steps, "leads", size.leads(), LEADS_PER_BATCH)
                .run((loading, from, to) -> copyLeads(loading, organization.number(), founded, history, from, to));
        long[] moves = history.inOrderOfTime();
        new LoadBatches(database, steps, "events", moves.length, EVENTS_PER_BATCH).run((loading, from, to) -> {
            EventColumns events = new EventColumns(loading, organization.number(), founded);
            for (int i = from; i < to; i++) {
                int lead = GeneratedHistory.leadOf(moves[i]);
                events.write(lead, history.of(lead), GeneratedHistory.placeOf(moves[i]));
            }
            events.end();
        });
        run("select setval(pg_get_serial_sequence('lead', 'lead_id'), max(lead_id)) from lead");
        System.out.printf(
                "%s: %,d leads, %,d events, copied in %.0f s%n",
                size.organization(), size.leads(), moves.length, (System.nanoTime() - started) / 1e9);
    }

    private void createOrganization() throws SQLException {
        String id = size.organization();
        Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        connection.setAutoCommit(false);
        run(
                "insert into organization (public_id, name, created_at) values (?, ?, cast(? as timestamptz))",
                id,
                "Benchmark " + size,
                today.minusSeconds(GeneratedHistory.DURATION).toString());
        run("select create_credential(?, 'api_key', ?, 'benchmark', null)", id, size.apiKey());
        for (PipelineStatus status : PipelineStatus.values()) {
            run("select create_lead_status(?, ?)", id, status.label());
        }
        steps.done(connection, FOUNDED);
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void copyLeads(
            Connection loading, int organization, Instant founded, GeneratedHistory history, int from, int to)
            throws SQLException {
        GeneratedDocuments documents = new GeneratedDocuments(size.isLean(), from);
        BinaryCopy copy = new BinaryCopy(
                loading, "lead (organization_id, lead_id, public_id, status_number, created_at, updated_at, document)");
        for (int lead = from; lead < to; lead++) {
            List<Move> moves = history.of(lead);
            Move last = moves.get(moves.size() - 1);
            Instant created = founded.plusSeconds(moves.get(0).at());
            copy.row(7)
                    .integer(organization)
                    .bigint(lead + 1)
                    .text(documents.nextId())
                    .smallint(last.status())
                    .moment(created)
                    .moment(founded.plusSeconds(last.at()))
                    .jsonb(documents.next(lead, created, last.status()));
        }
        copy.end();
    }

    /** The events bring their derived columns, which this only checks; the ledgers are made here. */
    private void rebuild() throws Exception {
        long started = System.nanoTime();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<String> rebuilding =
                    thread.submit(() -> BoundStatement.of("call rebuild_lead_history(?)", size.organization())
                            .value(connection));
            sayHowFar(rebuilding);
            steps.done(connection, REBUILT);
            System.out.printf(
                    "%s: derived data rebuilt in %.0f s, %s of leads and events corrected%n",
                    size.organization(), (System.nanoTime() - started) / 1e9, rebuilding.get());
        } finally {
            thread.shutdownNow();
        }
    }

    private void sayHowFar(Future<?> rebuilding) throws Exception {
        BoundStatement done = BoundStatement.of(
                "select coalesce(max(last_lead_id), 0) from lead_history_rebuilding"
                        + " where organization_id = organization_number(?)",
                size.organization());
        try (Connection second = database.connect()) {
            int before = (int) done.number(second);
            Progress progress = new Progress("leads rebuilt", size.leads(), before);
            while (!rebuilding.isDone()) {
                Thread.sleep(500);
                int now = (int) done.number(second);
                progress.more(Math.max(0, now - before));
                before = Math.max(now, before);
            }
        }
    }

    private void run(String sql, Object... parameters) throws SQLException {
        BoundStatement.of(sql, parameters).run(connection);
    }
}

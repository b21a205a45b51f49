package io.leadstatus.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.leadstatus.benchmark.GeneratedHistory.Move;

/**
 * Fills a database with large organizations up to today: leads and events past triggers and foreign keys, then the
 * indexes, then the ledgers. Goes on where it was interrupted. Events lie in the table in the order of
 * time, more or less, as they would have been written.
 */
final class OrganizationGenerator {
    private static final int LEADS_PER_BATCH = 10_000;
    private static final int EVENTS_PER_BATCH = 100_000;
    private static final String FOUNDED = "founded";
    private static final String LEDGERS = "ledgers";

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
                if (!generator.steps.isDone(connection, LEDGERS)) {
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
            generator.makeLedgers();
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

    /**
     * The events bring their derived columns, and what the database would derive for some of the leads has to be the
     * same; to derive all of them takes longer than all the rest. The ledgers are made here.
     */
    private void makeLedgers() throws SQLException {
        System.out.println(size.organization() + ": making the ledgers");
        long started = System.nanoTime();
        long corrected =
                BoundStatement.of("""
                        select derive_lead_history(
                            organization_number(?), array(select generate_series(1, least(?, 10000)::bigint)))
                        """, size.organization(), size.leads()).number(connection);
        if (corrected != 0) {
            throw new IllegalStateException(
                    size.organization() + ": the database derives " + corrected + " of its events and leads otherwise");
        }
        connection.setAutoCommit(false);
        run("select rebuild_ledgers(organization_number(?))", size.organization());
        steps.done(connection, LEDGERS);
        connection.commit();
        connection.setAutoCommit(true);
        System.out.printf("%s: ledgers made in %.0f s%n", size.organization(), (System.nanoTime() - started) / 1e9);
    }

    private void run(String sql, Object... parameters) throws SQLException {
        BoundStatement.of(sql, parameters).run(connection);
    }
}

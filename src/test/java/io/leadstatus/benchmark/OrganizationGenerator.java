package io.leadstatus.benchmark;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import io.leadstatus.benchmark.GeneratedHistory.Move;
import io.leadstatus.demo.PlausibleLeads;

/**
 * Fills a database with a large organization up to today. Goes on where it was interrupted: leads and then events are
 * copied in batches, each in a transaction of its own. Events lie in the table in the order of time, as they would have
 * been written.
 */
final class OrganizationGenerator {
    private static final int LEADS_PER_BATCH = 10_000;
    private static final int EVENTS_PER_BATCH = 100_000;

    private final Connection connection;
    private final OrganizationSize size;
    private final GeneratedHistory history;
    private final int organization;
    private final Instant founded;

    private OrganizationGenerator(Connection connection, OrganizationSize size) throws SQLException {
        this.connection = connection;
        this.size = size;
        this.history = new GeneratedHistory(size);
        if (one("select count(*) from organization where public_id = ?", size.organization()) == 0) {
            createOrganization();
        }
        this.organization = (int) one("select organization_number(?)", size.organization());
        this.founded = Instant.ofEpochSecond(one(
                "select extract(epoch from created_at)::bigint from organization where organization_id = ?",
                organization));
    }

    /** Loads what is not there yet. */
    static void load(Connection connection, OrganizationSize size) throws SQLException {
        connection.setAutoCommit(false);
        try {
            new OrganizationGenerator(connection, size).load();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void load() throws SQLException {
        copyLeads();
        copyEvents();
        connection.commit();
        connection.setAutoCommit(true);
        run("vacuum analyze");
        System.out.printf(
                "%s: %,d leads, %,d events, %,d MB of disk with indexes%n",
                size.organization(),
                one("select count(*) from lead where organization_id = ?", organization),
                one("select count(*) from lead_status_event where organization_id = ?", organization),
                one("select pg_database_size(current_database()) / 1024 / 1024"));
    }

    private void createOrganization() throws SQLException {
        String id = size.organization();
        Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        run(
                "insert into organization (public_id, name, created_at) values (?, ?, cast(? as timestamptz))",
                id,
                "Benchmark " + size,
                today.minusSeconds(GeneratedHistory.DURATION).toString());
        run("select create_credential(?, 'api_key', ?, 'benchmark', null)", id, size.apiKey());
        for (PipelineStatus status : PipelineStatus.values()) {
            run("select create_lead_status(?, ?)", id, status.label());
        }
        connection.commit();
    }

    private void copyLeads() throws SQLException {
        int next = (int) one("select coalesce(max(lead_id), 0) from lead where organization_id = ?", organization);
        Progress progress = new Progress("leads", size.leads(), next);
        while (next < size.leads()) {
            Random random = new Random(next);
            PlausibleLeads plausible = new PlausibleLeads(random, () -> CompanyNames.next(random));
            CopyIn copy = copyInto(
                    "lead (organization_id, lead_id, public_id, status_number, created_at, updated_at, document)");
            int end = Math.min(size.leads(), next + LEADS_PER_BATCH);
            for (; next < end; next++) {
                List<Move> moves = history.of(next);
                Move last = moves.get(moves.size() - 1);
                Instant created = at(moves.get(0).at());
                write(
                        copy,
                        organization,
                        next + 1,
                        plausible.id("lead"),
                        last.status(),
                        created,
                        at(last.at()),
                        plausible.document(created, PipelineStatus.isWon(last.status())));
            }
            copy.endCopy();
            connection.commit();
            progress.reached(next);
        }
        run("select setval(pg_get_serial_sequence('lead', 'lead_id'), max(lead_id)) from lead");
    }

    private void copyEvents() throws SQLException {
        int next = (int) one("select count(*) from lead_status_event where organization_id = ?", organization);
        long[] numbers = history.inOrderOfTime();
        Progress progress = new Progress("events", numbers.length, next);
        while (next < numbers.length) {
            CopyIn copy = copyInto("lead_status_event (organization_id, lead_id, occurred_at, from_status, to_status,"
                    + " previous_status, previous_at, previous_entry_at, previous_exit_at, previous_same_at)");
            int end = Math.min(numbers.length, next + EVENTS_PER_BATCH);
            for (; next < end; next++) {
                int lead = GeneratedHistory.leadOf(numbers[next]);
                writeEvent(copy, lead, history.of(lead), GeneratedHistory.placeOf(numbers[next]));
            }
            copy.endCopy();
            connection.commit();
            progress.reached(next);
        }
    }

    /** With what {@code derived_lead_status_events} would derive. */
    private void writeEvent(CopyIn copy, int lead, List<Move> moves, int place) throws SQLException {
        Move move = moves.get(place);
        Move before = place == 0 ? null : moves.get(place - 1);
        Instant previousEntry = null;
        Instant previousExit = null;
        Instant previousSame = null;
        for (int i = 0; i < place; i++) {
            boolean isSameEntry = moves.get(i).status() == move.status();
            boolean isSameExit = i > 0 && before.status() == moves.get(i - 1).status();
            previousEntry = isSameEntry ? at(moves.get(i).at()) : previousEntry;
            previousExit = isSameExit ? at(moves.get(i).at()) : previousExit;
            previousSame = isSameEntry && isSameExit ? at(moves.get(i).at()) : previousSame;
        }
        Integer from = before == null ? null : before.status();
        write(
                copy,
                organization,
                lead + 1,
                at(move.at()),
                from,
                move.status(),
                from,
                before == null ? null : at(before.at()),
                previousEntry,
                previousExit,
                previousSame);
    }

    private Instant at(int seconds) {
        return founded.plusSeconds(seconds);
    }

    private CopyIn copyInto(String table) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
    }

    /** One line of PostgreSQL's text format. */
    private static void write(CopyIn copy, Object... columns) throws SQLException {
        String line = Stream.of(columns)
                .map(column -> column == null ? "\\N" : column.toString().replace("\\", "\\\\"))
                .collect(joining("\t", "", "\n"));
        byte[] octets = line.getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(octets, 0, octets.length);
    }

    private long one(String sql, Object... parameters) throws SQLException {
        return BoundStatement.of(sql, parameters).number(connection);
    }

    private void run(String sql, Object... parameters) throws SQLException {
        BoundStatement.of(sql, parameters).run(connection);
    }
}

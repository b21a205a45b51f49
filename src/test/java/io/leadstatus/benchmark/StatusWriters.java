package io.leadstatus.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Connections that change the status of random leads of one organization, one change a transaction. */
final class StatusWriters implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String WAITING = """
            select count(*) filter (where wait_event_type = 'Lock')
            from pg_stat_activity
            where application_name = 'benchmark writer' and state = 'active'
            """;

    private final BenchmarkDatabase database;
    private final List<Connection> connections = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> leads;
    private final List<String> statuses;
    private final String organization;

    StatusWriters(BenchmarkDatabase database, BenchmarkedOrganization organization, int most) throws SQLException {
        this.database = database;
        this.organization = organization.size().organization();
        for (int i = 0; i < most; i++) {
            Connection connection = database.connect();
            connection.setClientInfo("ApplicationName", "benchmark writer");
            connections.add(connection);
        }
        this.leads = ids("lead", organization.number());
        this.statuses = ids("lead_status", organization.number());
    }

    /**
     * @param perSecond changes
     * @param waiting the share of the writers that was seen to wait for a lock, 0 to 1
     */
    record Rate(double perSecond, double waiting) {}

    /**
     * @param schema of the function that changes a status
     * @param waitsForDisk whether a change is done when it is durable
     */
    Rate write(String schema, int writers, boolean waitsForDisk, Duration duration) throws Exception {
        List<Future<Integer>> running = new ArrayList<>();
        long started = System.nanoTime();
        long end = started + duration.toNanos();
        for (Connection connection : connections.subList(0, writers)) {
            running.add(threads.submit(() -> write(connection, schema, waitsForDisk, end)));
        }
        double waiting = waiting(end) / writers;
        int changes = 0;
        for (Future<Integer> each : running) {
            changes += each.get();
        }
        return new Rate(changes / ((System.nanoTime() - started) / 1e9), waiting);
    }

    private int write(Connection connection, String schema, boolean waitsForDisk, long end) throws SQLException {
        BoundStatement.of("set synchronous_commit = " + (waitsForDisk ? "on" : "off"))
                .run(connection);
        Random random = new Random();
        int changes = 0;
        try (PreparedStatement change =
                connection.prepareStatement("select " + schema + ".change_lead_status(?, ?, ?, clock_timestamp())")) {
            change.setString(1, organization);
            while (System.nanoTime() < end) {
                change.setString(2, leads.get(random.nextInt(leads.size())));
                change.setString(3, statuses.get(random.nextInt(statuses.size())));
                try (ResultSet changed = change.executeQuery()) {
                    changed.next();
                    changes += changed.getBoolean(1) ? 1 : 0;
                }
            }
        }
        return changes;
    }

    /** How many writers wait for a lock, on the average of many looks. */
    private double waiting(long end) throws SQLException, InterruptedException {
        long seen = 0;
        int looks = 0;
        try (Connection connection = database.connect()) {
            while (System.nanoTime() < end) {
                seen += BoundStatement.of(WAITING).number(connection);
                looks++;
                Thread.sleep(PAUSE.toMillis());
            }
        }
        return (double) seen / looks;
    }

    private List<String> ids(String table, int number) throws SQLException {
        return BoundStatement.of("select public_id from " + table + " where organization_id = ?", number)
                .rows(connections.get(0));
    }

    @Override
    public void close() throws SQLException {
        threads.shutdownNow();
        for (Connection connection : connections) {
            connection.close();
        }
    }
}

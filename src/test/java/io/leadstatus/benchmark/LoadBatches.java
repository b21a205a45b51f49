package io.leadstatus.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Loads many rows by two connections at a time, in batches: each in a transaction, with the note that it is done, and
 * those that are done already are left out.
 *
 * @param what the name of the rows
 */
record LoadBatches(BenchmarkDatabase database, LoadSteps steps, String what, int total, int perBatch) {
    private static final int CONNECTIONS = 2;

    /** Copies the rows with these numbers. */
    interface Work {
        void copy(Connection connection, int from, int to) throws SQLException;
    }

    void run(Work work) throws Exception {
        List<Integer> open = open();
        Progress progress = new Progress(what, total, total - rows(open));
        AtomicInteger next = new AtomicInteger();
        ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                running.add(connections.submit(() -> {
                    copy(work, open, next, progress);
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            connections.shutdownNow();
        }
    }

    private void copy(Work work, List<Integer> open, AtomicInteger next, Progress progress) throws SQLException {
        try (Connection connection = database.connectToLoad()) {
            connection.setAutoCommit(false);
            for (int i = next.getAndIncrement(); i < open.size(); i = next.getAndIncrement()) {
                int batch = open.get(i);
                work.copy(connection, batch * perBatch, Math.min(total, (batch + 1) * perBatch));
                steps.done(connection, step(batch));
                connection.commit();
                progress.more(rows(List.of(batch)));
            }
        }
    }

    private List<Integer> open() throws SQLException {
        List<Integer> open = new ArrayList<>();
        try (Connection connection = database.connect()) {
            for (int batch = 0; batch * perBatch < total; batch++) {
                if (!steps.isDone(connection, step(batch))) {
                    open.add(batch);
                }
            }
        }
        return open;
    }

    private int rows(List<Integer> batches) {
        return batches.stream()
                .mapToInt(batch -> Math.min(perBatch, total - batch * perBatch))
                .sum();
    }

    private String step(int batch) {
        return what + " " + batch;
    }
}

package io.leadstatus.operation;

import java.util.List;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

/** Measures what a request asks of the database: how long it takes and how many rows it reads. */
@Singleton
public class DatabaseMeter {

    /**
     * Runs a statement that reads.
     *
     * @return what the statement answers
     */
    public <T> List<T> read(Supplier<List<T>> statement) {
        long startedAt = System.nanoTime();
        long rows = 0;
        try {
            List<T> answer = statement.get();
            rows = answer.size();
            return answer;
        } finally {
            measured(System.nanoTime() - startedAt, rows);
        }
    }

    private static void measured(long nanos, long rows) {
        RequestMeasurement.current().ifPresent(measurement -> measurement.addDatabaseWork(nanos, rows));
    }
}

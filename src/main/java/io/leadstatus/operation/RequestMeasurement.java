package io.leadstatus.operation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;

/** What is measured while a request is answered, on whichever threads that happens. */
final class RequestMeasurement {
    private final String requestId;
    private final long startedAt = System.nanoTime();
    private final AtomicLong databaseNanos = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();
    private volatile String pathTemplate;
    private volatile String query;

    RequestMeasurement(String requestId) {
        this.requestId = requestId;
    }

    /** Makes this the measurement of the request that is being answered here. */
    void begin() {
        if (VertxContext.isOnDuplicatedContext()) {
            ContextLocals.put(RequestMeasurement.class.getName(), this);
        }
    }

    /** That of the request that is being answered here; empty outside of any. */
    static Optional<RequestMeasurement> current() {
        return VertxContext.isOnDuplicatedContext()
                ? ContextLocals.get(RequestMeasurement.class.getName())
                : Optional.empty();
    }

    String requestId() {
        return requestId;
    }

    void addDatabaseWork(long nanos, long readRows) {
        databaseNanos.addAndGet(nanos);
        rows.addAndGet(readRows);
    }

    /**
     * @param template the path of the resource, with names instead of what callers put there
     * @param asked the query string; null if it is not to be told
     */
    void matched(String template, String asked) {
        pathTemplate = template;
        query = asked;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    Duration database() {
        return Duration.ofNanos(databaseNanos.get());
    }

    long rows() {
        return rows.get();
    }

    /** Empty if no resource answers the request. */
    Optional<String> pathTemplate() {
        return Optional.ofNullable(pathTemplate);
    }

    Optional<String> query() {
        return Optional.ofNullable(query);
    }
}

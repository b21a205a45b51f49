package io.leadstatus.operation;

import java.time.Duration;
import java.time.Instant;

/**
 * A request that has been answered, and what was measured on the way.
 *
 * @param organization that of the caller's credential; null without one
 * @param path of the resource, with names instead of what callers put there; where no resource answers, as
 *     {@link ToldPath} tells it
 * @param isResource whether a resource answered
 * @param query null unless it is to be told
 * @param database from asking for a connection to the last row read, all statements together
 * @param rows that the database answered
 */
record AnsweredRequest(
        String requestId,
        Instant at,
        String organization,
        String method,
        String path,
        boolean isResource,
        String query,
        int status,
        Duration duration,
        Duration database,
        long rows) {

    boolean isFailure() {
        return status >= 500;
    }

    static double milliseconds(Duration duration) {
        return duration.toNanos() / 1_000 / 1_000.0;
    }
}

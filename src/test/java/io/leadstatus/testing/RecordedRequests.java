package io.leadstatus.testing;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The lines that the service writes for its requests, from when this is made until it is closed. */
public final class RecordedRequests implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("io.leadstatus.operation.RequestLog");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_WAIT_MILLIS = 5_000;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    public RecordedRequests() {
        LOG.addHandler(recorder);
    }

    /** The line of the request that was answered with this id; it may be written a moment after the answer came. */
    public String line(String requestId) {
        String field = "\"request_id\":\"" + requestId + "\"";
        for (int waited = 0; waited < LONGEST_WAIT_MILLIS; waited += 10) {
            List<String> found =
                    lines.stream().filter(line -> line.contains(field)).toList();
            if (found.size() == 1) {
                return found.get(0);
            }
            if (found.size() > 1) {
                throw new AssertionError("more than one line for a request: " + found);
            }
            pause();
        }
        throw new AssertionError("no line for " + requestId + " among " + lines);
    }

    public JsonNode request(String requestId) {
        try {
            return JSON.readTree(line(requestId));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        LOG.removeHandler(recorder);
    }
}

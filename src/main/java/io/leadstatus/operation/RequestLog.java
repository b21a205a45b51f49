package io.leadstatus.operation;

import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * One line of JSON for each request. In a function the line also is a CloudWatch metric (embedded metric format): it says
 * which of its fields are to be measured. Tells no credential and, unless set so, nothing that was searched for.
 */
@Singleton
class RequestLog {
    private static final Logger LOG = Logger.getLogger(RequestLog.class);
    private static final String FUNCTION = "function";

    /** Only ASCII leaves here, so that no letter of a query or an id ends a line for whoever reads it. */
    private final JsonMapper json =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Optional<String> function;
    private final String namespace;

    RequestLog(
            @ConfigProperty(name = "leadstatus.metrics.function") Optional<String> function,
            @ConfigProperty(name = "leadstatus.metrics.namespace") String namespace) {
        this.function = function;
        this.namespace = namespace;
    }

    void write(@Observes AnsweredRequest request) {
        ObjectNode line = line(request);
        function.ifPresent(name -> embedMetrics(line, request, name));
        LOG.info(text(line));
    }

    private String text(ObjectNode line) {
        try {
            return json.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line can be written", e);
        }
    }

    private ObjectNode line(AnsweredRequest request) {
        ObjectNode line = json.createObjectNode()
                .put("time", request.at().toString())
                .put("request_id", request.requestId())
                .put("organization", request.organization())
                .put("method", request.method())
                .put("path", request.path())
                .put("status", request.status())
                .put("duration_ms", AnsweredRequest.milliseconds(request.duration()))
                .put("database_ms", AnsweredRequest.milliseconds(request.database()))
                .put("rows", request.rows());
        if (request.query() != null) {
            line.put("query", request.query());
        }
        return line;
    }

    private void embedMetrics(ObjectNode line, AnsweredRequest request, String name) {
        line.put("failures", request.isFailure() ? 1 : 0).put(FUNCTION, name);
        ObjectNode metadata = line.putObject("_aws");
        metadata.put("Timestamp", request.at().toEpochMilli());
        ObjectNode directive = metadata.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", namespace);
        directive.putArray("Dimensions").addArray().add(FUNCTION);
        var metrics = directive.putArray("Metrics");
        metrics.addObject().put("Name", "duration_ms").put("Unit", "Milliseconds");
        metrics.addObject().put("Name", "database_ms").put("Unit", "Milliseconds");
        metrics.addObject().put("Name", "rows").put("Unit", "Count");
        metrics.addObject().put("Name", "failures").put("Unit", "Count");
    }
}

package io.leadstatus.api;

import java.io.UncheckedIOException;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/**
 * Answers what fails before a resource is reached, authentication above all. (An URL that cannot be decoded and a body
 * that says it is too large never come this far: Quarkus answers them with a bare 400 and 413.)
 */
@Singleton
public class RouterErrors {
    private static final Logger LOG = Logger.getLogger(RouterErrors.class);

    private final ObjectMapper json;

    private final LostConnections lostConnections;

    RouterErrors(ObjectMapper json, LostConnections lostConnections) {
        this.json = json;
        this.lostConnections = lostConnections;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
    }

    private void answer(RoutingContext context) {
        Throwable failure = context.failure();
        ErrorAnswer answer = failure == null ? ErrorAnswer.of(context.statusCode()) : ErrorAnswer.of(failure);
        if (answer.status() >= 500) {
            LOG.error("request failed", failure);
        }
        lostConnections.forgetAfter(answer);
        write(answer, context);
    }

    /** Ends the response with this answer. */
    public void write(ErrorAnswer answer, RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended()) {
            return;
        }
        response.setStatusCode(answer.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        answer.headers().forEach(response::putHeader);
        try {
            response.end(json.writeValueAsString(answer.body()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

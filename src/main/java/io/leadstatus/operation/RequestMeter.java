package io.leadstatus.operation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.MDC;

/** Measures every request from its head to the end of its answer, tells the caller, and then whoever observes. */
@Singleton
class RequestMeter {
    /** The id in the lines that the request writes to the log. */
    private static final String LOGGED_ID = "request_id";

    private final Event<AnsweredRequest> answered;
    private final Clock clock;

    RequestMeter(Event<AnsweredRequest> answered, Clock clock) {
        this.answered = answered;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        // Before all else, so that what is refused on the way is measured too.
        router.route().order(Integer.MIN_VALUE).handler(this::measure);
    }

    private void measure(RoutingContext context) {
        RequestMeasurement measurement = new RequestMeasurement(RequestId.of(context.request()));
        measurement.begin();
        MDC.put(LOGGED_ID, measurement.requestId());
        context.response().putHeader(RequestId.HEADER, measurement.requestId());
        context.addHeadersEndHandler(headers -> context.response().putHeader("Server-Timing", timings(measurement)));
        context.addEndHandler(end -> answered.fire(answered(context, measurement)));
        context.next();
    }

    /** A header line each: the function's gateway joins them. */
    private static List<String> timings(RequestMeasurement measurement) {
        return List.of(timing("database", measurement.database()), timing("total", measurement.elapsed()));
    }

    private static String timing(String name, Duration duration) {
        return String.format(Locale.ROOT, "%s;dur=%.1f", name, AnsweredRequest.milliseconds(duration));
    }

    private AnsweredRequest answered(RoutingContext context, RequestMeasurement measurement) {
        return new AnsweredRequest(
                measurement.requestId(),
                clock.instant(),
                organization(context),
                context.request().method().name(),
                measurement.pathTemplate().orElseGet(() -> ToldPath.of(context.normalizedPath())),
                measurement.pathTemplate().isPresent(),
                measurement.query().orElse(null),
                context.response().getStatusCode(),
                measurement.elapsed(),
                measurement.database(),
                measurement.rows());
    }

    private static String organization(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                        && !user.getSecurityIdentity().isAnonymous()
                ? user.getSecurityIdentity().getPrincipal().getName()
                : null;
    }
}

package io.leadstatus.operation;

import java.time.Duration;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/** The measurements of the requests for Prometheus. Only the plain HTTP server has it: a function's log is its metric. */
@Singleton
class PrometheusMetrics {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;

    PrometheusMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void measure(@Observes AnsweredRequest request) {
        // One value for all paths without a resource: callers must not make up time series.
        Tags tags = Tags.of(
                "method", knownMethod(request.method()),
                "path", request.isResource() ? request.path() : "none",
                "status", String.valueOf(request.status()));
        timer("leadstatus.request", tags).record(request.duration());
        timer("leadstatus.database", tags).record(request.database());
        DistributionSummary.builder("leadstatus.rows")
                .tags(tags)
                .register(registry)
                .record(request.rows());
    }

    private Timer timer(String name, Tags tags) {
        return Timer.builder(name).tags(tags).serviceLevelObjectives(BUCKETS).register(registry);
    }

    private static String knownMethod(String method) {
        return switch (method) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> method;
            default -> "other";
        };
    }
}

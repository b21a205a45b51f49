package io.leadstatus.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import java.time.LocalDate;
import java.time.ZoneOffset;

import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;

/** Callers ask for reports at a steady rate; percentiles over their thresholds fail the run. */
public class ReportSimulation extends Simulation {

    public ReportSimulation() {
        LoadSettings settings = LoadSettings.of(System.getProperties());
        System.out.println(settings);
        HttpProtocolBuilder service = http.baseUrl(settings.baseUrl())
                .acceptHeader("application/json")
                .userAgentHeader("leadstatus load test")
                .disableCaching()
                .shareConnections();
        ScenarioBuilder callers = scenario("callers")
                .feed(ReportPeriods.of(settings.callers(), LocalDate.now(ZoneOffset.UTC), settings.seed()))
                .exec(http("#{kind}")
                        .get("/api/v1/report/statuses/lead/#{organization}/?#{query}")
                        .basicAuth("#{apiKey}", "")
                        .check(status().is(200))
                        .check(jsonPath("$.status_overview[0].status_id").exists()));
        setUp(callers.injectOpen(
                        rampUsersPerSec(1).to(settings.rate()).during(settings.rampSeconds()),
                        constantUsersPerSec(settings.rate())
                                .during(settings.seconds())
                                .randomized()))
                .protocols(service)
                .assertions(
                        global().failedRequests().percent().lte(settings.failedPercent()),
                        global().responseTime().percentile(50).lt(settings.p50()),
                        global().responseTime().percentile(95).lt(settings.p95()),
                        global().responseTime().percentile(99).lt(settings.p99()));
    }
}

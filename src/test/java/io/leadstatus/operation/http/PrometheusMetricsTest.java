package io.leadstatus.operation.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.Test;

import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** The plain HTTP server shows its measurements to Prometheus, on a port that callers do not reach. */
@ServiceTest
class PrometheusMetricsTest {
    private static final String RESOURCE = "/api/v1/report/statuses/lead/{org_id}";

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void requestsAreCountedByResourceAndStatus() throws InterruptedException {
        double before = requests("GET", RESOURCE, "200");

        given().header("Authorization", Service.basic("api_demo"))
                .get(Service.reportPath("orga_demo") + "?date_end=2011-03-01")
                .then()
                .statusCode(200);

        assertReaches(before + 1, "GET", RESOURCE, "200");
        assertThat(scrape())
                .contains(
                        "leadstatus_request_seconds_bucket{",
                        "leadstatus_database_seconds_sum{",
                        "leadstatus_rows_sum{")
                .contains("agroal_active_count")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void pathsThatCallersMakeUpAreNoTimeSeries() throws InterruptedException {
        double before = requests("GET", "none", "401");

        given().get("/made/up/by/a/caller").then().statusCode(401);
        given().request("BREW", "/made/up/by/a/caller").then().statusCode(401);

        assertReaches(before + 1, "GET", "none", "401");
        assertThat(scrape()).doesNotContain("made/up").doesNotContain("BREW");
    }

    @Test
    void callersDoNotSeeThem() {
        given().get("/q/metrics").then().statusCode(401);
        given().header("Authorization", Service.basic("api_demo"))
                .get("/q/metrics")
                .then()
                .statusCode(404);
        given().header("Authorization", Service.basic("api_demo"))
                .get("/metrics")
                .then()
                .statusCode(404);
    }

    @Test
    void metricsTellOfNoOrganization() {
        assertThat(scrape()).doesNotContain("orga_demo").doesNotContain("api_demo");
    }

    /** A request is counted a moment after its answer. */
    private void assertReaches(double count, String method, String path, String status) throws InterruptedException {
        for (int i = 0; i < 200 && requests(method, path, status) != count; i++) {
            Thread.sleep(10);
        }
        assertThat(requests(method, path, status)).isEqualTo(count);
    }

    private double requests(String method, String path, String status) {
        return scrape().lines()
                .filter(line -> line.startsWith("leadstatus_request_seconds_count{"))
                .filter(line -> line.contains("method=\"" + method + "\"")
                        && line.contains("path=\"" + path + "\"")
                        && line.contains("status=\"" + status + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private String scrape() {
        return given().get(metrics).asString();
    }
}

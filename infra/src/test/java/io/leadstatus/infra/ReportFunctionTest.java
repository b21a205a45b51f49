package io.leadstatus.infra;

import static io.leadstatus.infra.DefaultApp.APP;
import static io.leadstatus.infra.SynthesizedApp.properties;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What the function runs on, and how often at the same time. */
class ReportFunctionTest {
    private static final JsonNode FUNCTION = APP.function().path("Properties");

    @Test
    void theFunctionIsNativeOnTheChosenProcessor() {
        assertThat(FUNCTION.path("Architectures").toString()).isEqualTo("[\"arm64\"]");
        assertThat(FUNCTION.path("MemorySize").asInt()).isEqualTo(1024);
        assertThat(FUNCTION.path("Timeout").asInt()).isEqualTo(30);

        SynthesizedApp other = new SynthesizedApp(Map.of("architecture", "x86_64", "memory", "512"));
        JsonNode function = other.function().path("Properties");
        assertThat(function.path("Architectures").toString()).isEqualTo("[\"x86_64\"]");
        assertThat(function.path("MemorySize").asInt()).isEqualTo(512);
    }

    @Test
    void noMoreInstancesRunThanThereAreConnectionsFor() {
        int concurrency = FUNCTION.path("ReservedConcurrentExecutions").asInt();
        int poolSize =
                APP.environment().path("QUARKUS_DATASOURCE_JDBC_MAX_SIZE").asInt();
        int percent = properties(APP.database, "AWS::RDS::DBProxyTargetGroup")
                .get(0)
                .at("/ConnectionPoolConfigurationInfo/MaxConnectionsPercent")
                .asInt();
        // What Aurora allows at a highest capacity of 4, says its documentation.
        assertThat(capacity().path("MaxCapacity").asDouble()).isEqualTo(4);
        assertThat(concurrency).isPositive();
        assertThat(concurrency * poolSize).isPositive().isLessThanOrEqualTo(823 * percent / 100);
    }

    private static JsonNode capacity() {
        return properties(APP.database, "AWS::RDS::DBCluster").get(0).path("ServerlessV2ScalingConfiguration");
    }
}

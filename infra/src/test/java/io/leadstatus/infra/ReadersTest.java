package io.leadstatus.infra;

import static io.leadstatus.infra.SynthesizedApp.properties;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** A database with readers beside its writer, and a function that asks them. */
class ReadersTest {
    private static final SynthesizedApp APP = new SynthesizedApp(Map.of("readers", "2"));

    @Test
    void readersAreThereAndAsLargeAsTheWriterSoThatOneCanTakeItsPlace() {
        List<JsonNode> instances = properties(APP.database, "AWS::RDS::DBInstance");

        assertThat(instances).hasSize(3);
        assertThat(instances.stream()
                        .filter(instance -> instance.path("PromotionTier").asInt() <= 1))
                .hasSize(3);
    }

    @Test
    void theFunctionAsksThemThroughTheProxysReadOnlyEndpoint() {
        JsonNode endpoint =
                properties(APP.database, "AWS::RDS::DBProxyEndpoint").get(0);
        assertThat(endpoint.path("TargetRole").asText()).isEqualTo("READ_ONLY");
        assertThat(endpoint.path("VpcSecurityGroupIds"))
                .isEqualTo(properties(APP.database, "AWS::RDS::DBProxy").get(0).path("VpcSecurityGroupIds"));
        assertThat(APP.environment().path("QUARKUS_DATASOURCE_JDBC_URL").toString())
                .contains("Readers");
    }

    @Test
    void thereAreNoneUnlessAskedFor() {
        DefaultApp.APP.database.resourceCountIs("AWS::RDS::DBProxyEndpoint", 0);
        DefaultApp.APP.database.resourceCountIs("AWS::RDS::DBInstance", 1);
    }
}

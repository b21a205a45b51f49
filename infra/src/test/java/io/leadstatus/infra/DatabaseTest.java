package io.leadstatus.infra;

import static io.leadstatus.infra.DefaultApp.APP;
import static io.leadstatus.infra.SynthesizedApp.properties;
import static io.leadstatus.infra.SynthesizedApp.resources;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** A database that is made: it stays, and few reach it. */
class DatabaseTest {

    @Test
    void theDatabaseOutlivesItsStack() {
        JsonNode cluster = resources(APP.database, "AWS::RDS::DBCluster").get(0);
        assertThat(cluster.path("DeletionPolicy").asText()).isEqualTo("Snapshot");
        assertThat(cluster.at("/Properties/DeletionProtection").asBoolean()).isTrue();
        assertThat(cluster.at("/Properties/StorageEncrypted").asBoolean()).isTrue();
        assertThat(cluster.at("/Properties/ManageMasterUserPassword").asBoolean())
                .isTrue();
        assertThat(cluster.at("/Properties/EnableIAMDatabaseAuthentication").asBoolean())
                .isTrue();
    }

    @Test
    void nobodyReachesTheDatabaseButProxyAndMigrationAndNobodyTheProxyButTheFunction() {
        List<String> rules = properties(APP.database, "AWS::EC2::SecurityGroupIngress").stream()
                .map(rule -> rule.at("/SourceSecurityGroupId/Fn::GetAtt/0")
                                .asText()
                                .replaceAll("^Network|SecurityGroup.*", "")
                        + " → " + rule.at("/GroupId/Fn::GetAtt/0").asText().replaceAll("^Network|SecurityGroup.*", ""))
                .toList();
        assertThat(rules).containsExactlyInAnyOrder("Function → Proxy", "Proxy → Database", "Migration → Database");
        assertThat(properties(APP.database, "AWS::EC2::SecurityGroup").toString())
                .doesNotContain("SecurityGroupIngress");
    }
}

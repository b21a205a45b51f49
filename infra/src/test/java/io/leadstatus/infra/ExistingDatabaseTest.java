package io.leadstatus.infra;

import static io.leadstatus.infra.SynthesizedApp.properties;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service beside a database that is there already. */
class ExistingDatabaseTest {
    static final Map<String, String> SETTINGS = Map.of(
            "existingDatabase", "cluster/crm",
            "databaseResourceId", "cluster-ABCDEFGHIJKL01234",
            "databaseHost", "crm.cluster-abc.eu-central-1.rds.amazonaws.com",
            "databaseSecurityGroup", "sg-0123abcd",
            "databaseSecret", "arn:aws:secretsmanager:eu-central-1:123456789012:secret:crm-AbCdEf",
            "databaseMaxConnections", "100",
            "vpc", "vpc-0123abcd",
            "availabilityZones", "eu-central-1a,eu-central-1b",
            "functionSubnets", "subnet-0123abcd,subnet-4567ef01",
            "migrationSubnets", "subnet-89abcdef,subnet-01234567");

    @ParameterizedTest
    @CsvSource({"cluster/crm, DBClusterIdentifiers", "instance/crm, DBInstanceIdentifiers"})
    void theProxyIsPutInFrontOfIt(String existingDatabase, String identifiers) {
        SynthesizedApp app = app(Map.of("existingDatabase", existingDatabase));

        JsonNode target =
                properties(app.database, "AWS::RDS::DBProxyTargetGroup").get(0);
        assertThat(target.path(identifiers).toString()).isEqualTo("[\"crm\"]");
        assertThat(properties(app.database, "AWS::IAM::Policy").toString())
                .contains("cluster-ABCDEFGHIJKL01234/leadstatus_service");
    }

    @Test
    void noDatabaseAndNoNetworkAreMade() {
        SynthesizedApp app = app(Map.of());

        app.database.resourceCountIs("AWS::RDS::DBCluster", 0);
        app.database.resourceCountIs("AWS::EC2::VPC", 0);
        app.database.resourceCountIs("AWS::EC2::NatGateway", 0);
    }

    @Test
    void functionAndMigrationReachItFromTheSubnetsThatWereNamed() {
        SynthesizedApp app = app(Map.of());

        assertThat(properties(app.service, "AWS::CodeBuild::Project")
                        .get(0)
                        .at("/VpcConfig/Subnets")
                        .toString())
                .isEqualTo("[\"subnet-89abcdef\",\"subnet-01234567\"]");
        assertThat(app.function().at("/Properties/VpcConfig/SubnetIds").toString())
                .isEqualTo("[\"subnet-0123abcd\",\"subnet-4567ef01\"]");
        assertThat(properties(app.database, "AWS::EC2::SecurityGroupIngress").toString())
                .contains("sg-0123abcd", "from the migration");
    }

    private static SynthesizedApp app(Map<String, String> changes) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(changes);
        return new SynthesizedApp(settings);
    }
}

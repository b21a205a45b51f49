package io.leadstatus.infra;

import static io.leadstatus.infra.DefaultApp.APP;
import static io.leadstatus.infra.SynthesizedApp.properties;
import static io.leadstatus.infra.SynthesizedApp.resources;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The schema is migrated before a new version of the function is there, which is tried before it gets all requests. */
class ReleaseTest {

    @Test
    void theFunctionWaitsForTheMigration() {
        String migration = "MigrationRun";
        assertThat(APP.function().path("DependsOn").toString()).contains(migration);
    }

    @Test
    void theMigrationGetsTheSchemaAndNothingElse() throws IOException {
        assertThat(APP.migrationSource())
                .contains(
                        "mvnw",
                        ".mvn/wrapper/maven-wrapper.properties",
                        "infra/migration/buildspec.yml",
                        "infra/migration/R__service_role.sql",
                        "src/main/resources/db/migration/V1__schema.sql")
                .allMatch(file -> file.matches(
                        "pom.xml|mvnw|\\.mvn/.*|infra/migration/[^/]*|src/main/resources/db/migration/.*"));
    }

    @Test
    void aNewVersionIsTriedAndShiftedAndTakenBackOnAnAlarm() {
        JsonNode alias = resources(APP.service, "AWS::Lambda::Alias").get(0);
        JsonNode update = alias.at("/UpdatePolicy/CodeDeployLambdaAliasUpdate");
        assertThat(update.path("BeforeAllowTrafficHook").toString()).contains("SmokeTest");
        JsonNode deployments =
                properties(APP.service, "AWS::CodeDeploy::DeploymentGroup").get(0);
        assertThat(deployments.path("DeploymentConfigName").asText())
                .isEqualTo("CodeDeployDefault.LambdaCanary10Percent5Minutes");
        assertThat(deployments.at("/AlarmConfiguration/Alarms")).hasSize(2);
        assertThat(deployments.at("/AutoRollbackConfiguration/Events").toString())
                .contains("DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_FAILURE");
    }
}

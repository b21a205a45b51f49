package io.leadstatus.infra;

import static io.leadstatus.infra.SynthesizedApp.properties;
import static io.leadstatus.infra.SynthesizedApp.resource;
import static io.leadstatus.infra.SynthesizedApp.resources;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** What is deployed where nothing is set. */
class InfrastructureTest {
    private static final SynthesizedApp APP = new SynthesizedApp(Map.of());
    private static final JsonNode FUNCTION =
            resource(APP.service, "AWS::Lambda::Function", "provided.al2023").path("Properties");

    @Test
    void theFunctionIsNativeOnTheChosenProcessor() {
        assertThat(FUNCTION.path("Architectures").toString()).isEqualTo("[\"arm64\"]");
        assertThat(FUNCTION.path("MemorySize").asInt()).isEqualTo(1024);
        assertThat(FUNCTION.path("Timeout").asInt()).isEqualTo(30);

        SynthesizedApp other = new SynthesizedApp(Map.of("architecture", "x86_64", "memory", "512"));
        JsonNode function = resource(other.service, "AWS::Lambda::Function", "provided.al2023")
                .path("Properties");
        assertThat(function.path("Architectures").toString()).isEqualTo("[\"x86_64\"]");
        assertThat(function.path("MemorySize").asInt()).isEqualTo(512);
    }

    @Test
    void theGatewayHandsEveryRequestToTheAliasInPayloadTwo() {
        APP.service.hasResourceProperties("AWS::ApiGatewayV2::Route", Map.of("RouteKey", "$default"));
        JsonNode integration =
                properties(APP.service, "AWS::ApiGatewayV2::Integration").get(0);
        assertThat(integration.path("PayloadFormatVersion").asText()).isEqualTo("2.0");
        assertThat(integration.path("IntegrationUri").toString()).contains("FunctionAlias");
    }

    @Test
    void requestsAreThrottledAndLoggedWithoutWhatIsPrivate() {
        JsonNode stage = properties(APP.service, "AWS::ApiGatewayV2::Stage").get(0);
        assertThat(stage.at("/DefaultRouteSettings/ThrottlingRateLimit").asInt())
                .isEqualTo(100);
        assertThat(stage.at("/DefaultRouteSettings/ThrottlingBurstLimit").asInt())
                .isEqualTo(200);
        String format = stage.at("/AccessLogSettings/Format").asText();
        assertThat(format).contains("$context.requestId", "$context.status", "$context.responseLatency");
        assertThat(format).doesNotContain("query", "header", "authorizer");
    }

    @Test
    void noMoreInstancesRunThanThereAreConnectionsFor() {
        int concurrency = FUNCTION.path("ReservedConcurrentExecutions").asInt();
        int poolSize = environment().path("QUARKUS_DATASOURCE_JDBC_MAX_SIZE").asInt();
        int percent = properties(APP.database, "AWS::RDS::DBProxyTargetGroup")
                .get(0)
                .at("/ConnectionPoolConfigurationInfo/MaxConnectionsPercent")
                .asInt();
        // What Aurora allows at a highest capacity of 4, says its documentation.
        assertThat(capacity().path("MaxCapacity").asDouble()).isEqualTo(4);
        assertThat(concurrency).isPositive();
        assertThat(concurrency * poolSize).isPositive().isLessThanOrEqualTo(823 * percent / 100);
    }

    @Test
    void theFunctionLogsInWithoutAPassword() {
        assertThat(environment().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "DISABLE_SIGNAL_HANDLERS",
                        "QUARKUS_DATASOURCE_CREDENTIALS_PROVIDER",
                        "QUARKUS_DATASOURCE_JDBC_MAX_SIZE",
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "QUARKUS_DATASOURCE_USERNAME");
        assertThat(environment().toString()).contains("sslmode=verify-full").doesNotContain("resolve:");
        APP.database.hasResourceProperties(
                "AWS::RDS::DBProxy",
                Map.of("DefaultAuthScheme", "IAM_AUTH", "RequireTLS", true, "Auth", Match.absent()));
        assertThat(connectTo(APP.service))
                .hasSize(1)
                .allMatch(resource -> resource.endsWith("/leadstatus_service\"]]}"));
        assertThat(connectTo(APP.database))
                .hasSize(1)
                .allMatch(resource -> resource.endsWith("/leadstatus_service\"]]}"));
    }

    @Test
    void onlyTheMigrationReadsTheAdministratorsPassword() {
        assertThat(statements(APP.service))
                .filteredOn(statement -> statement.toString().contains("secretsmanager"))
                .hasSize(1);
        assertThat(resource(APP.service, "AWS::IAM::Policy", "secretsmanager:GetSecretValue")
                        .toString())
                .contains("MigrationProjectRole");
    }

    @Test
    void onlyNetworkInterfacesAreAllowedOnAnything() {
        List<JsonNode> onAnything = Stream.of(APP.service, APP.database)
                .flatMap(template -> statements(template).stream())
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .filter(statement -> statement.path("Resource").toString().equals("\"*\""))
                .toList();
        assertThat(onAnything).isNotEmpty();
        assertThat(onAnything.stream().flatMap(InfrastructureTest::actions))
                .allMatch(action -> action.startsWith("ec2:"));
        assertThat(resource(APP.service, "AWS::IAM::Policy", "lambda:SourceFunctionArn")
                        .toString())
                .as("what the function's own code may not do")
                .contains("\"Effect\":\"Deny\"");
    }

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

    @Test
    void theFunctionWaitsForTheMigration() {
        String migration = "MigrationRun";
        assertThat(resource(APP.service, "AWS::Lambda::Function", "provided.al2023")
                        .path("DependsOn")
                        .toString())
                .contains(migration);
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

    @Test
    void alarmsGoToWhoWasNamed() {
        APP.service.resourceCountIs("AWS::CloudWatch::Alarm", 9);
        assertThat(properties(APP.service, "AWS::CloudWatch::Alarm"))
                .allSatisfy(alarm -> assertThat(alarm.path("AlarmActions")).hasSize(1));
        APP.service.resourceCountIs("AWS::SNS::Subscription", 0);
        new SynthesizedApp(Map.of("alarmEmail", "oncall@example.com"))
                .service.hasResourceProperties("AWS::SNS::Subscription", Map.of("Endpoint", "oncall@example.com"));
    }

    @Test
    void theDashboardShowsWhatTheFunctionMeasures() throws IOException {
        Properties service = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("../src/main/resources/application.properties"))) {
            service.load(file);
        }
        String namespace = service.getProperty("leadstatus.metrics.namespace");
        String dashboard = properties(APP.service, "AWS::CloudWatch::Dashboard")
                .get(0)
                .toString()
                .replace("\\", "");
        String functionName = FUNCTION.path("FunctionName").asText();

        assertThat(service.getProperty("leadstatus.metrics.function")).isEqualTo("${AWS_LAMBDA_FUNCTION_NAME:}");
        for (String metric : List.of("duration_ms", "database_ms")) {
            String row = "[\"%s\",\"%s\",\"function\",\"%s\"".formatted(namespace, metric, functionName);
            for (String percentile : List.of("p50", "p95", "p99")) {
                assertThat(dashboard).containsPattern(Pattern.quote(row) + "[^]]*\"stat\":\"" + percentile + "\"");
            }
        }
        assertThat(dashboard).contains("[\"%s\",\"failures\"".formatted(namespace));
    }

    @Test
    void anAlarmTellsThatTheDatabaseIsSlow() {
        APP.service.hasResourceProperties(
                "AWS::CloudWatch::Alarm",
                Map.of(
                        "Namespace", "leadstatus",
                        "MetricName", "database_ms",
                        "ExtendedStatistic", "p99",
                        "Threshold", 1500,
                        "Dimensions", List.of(Map.of("Name", "function", "Value", "leadstatus"))));
    }

    private static JsonNode environment() {
        return FUNCTION.at("/Environment/Variables");
    }

    private static JsonNode capacity() {
        return properties(APP.database, "AWS::RDS::DBCluster").get(0).path("ServerlessV2ScalingConfiguration");
    }

    private static List<String> connectTo(Template template) {
        return statements(template).stream()
                .filter(statement -> statement.path("Action").asText().equals("rds-db:connect"))
                .map(statement -> statement.path("Resource").toString())
                .toList();
    }

    private static List<JsonNode> statements(Template template) {
        List<JsonNode> statements = new ArrayList<>();
        properties(template, "AWS::IAM::Policy")
                .forEach(policy -> policy.at("/PolicyDocument/Statement").forEach(statements::add));
        return statements;
    }

    /** One is a text, several are a list. */
    private static Stream<String> actions(JsonNode statement) {
        JsonNode action = statement.path("Action");
        return action.isArray()
                ? StreamSupport.stream(action.spliterator(), false).map(JsonNode::asText)
                : Stream.of(action.asText());
    }
}

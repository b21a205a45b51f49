package io.leadstatus.infra;

import static io.leadstatus.infra.DefaultApp.APP;
import static io.leadstatus.infra.SynthesizedApp.properties;
import static io.leadstatus.infra.SynthesizedApp.resource;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** Who may do what, and log in as whom. */
class PermissionsTest {

    @Test
    void theFunctionLogsInWithoutAPassword() {
        assertThat(APP.environment().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "DISABLE_SIGNAL_HANDLERS",
                        "QUARKUS_DATASOURCE_CREDENTIALS_PROVIDER",
                        "QUARKUS_DATASOURCE_JDBC_MAX_SIZE",
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "QUARKUS_DATASOURCE_USERNAME");
        assertThat(APP.environment().toString()).contains("sslmode=verify-full").doesNotContain("resolve:");
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
        assertThat(onAnything.stream().flatMap(PermissionsTest::actions)).allMatch(action -> action.startsWith("ec2:"));
        assertThat(resource(APP.service, "AWS::IAM::Policy", "lambda:SourceFunctionArn")
                        .toString())
                .as("what the function's own code may not do")
                .contains("\"Effect\":\"Deny\"");
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

package io.leadstatus.infra;

import java.util.List;
import java.util.Map;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.Version;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** The native function, and the alias that the gateway calls. */
final class ReportFunction extends Construct {
    /** As long as a gateway waits. */
    private static final Duration TIMEOUT = Duration.seconds(30);

    private static final List<String> NETWORK_INTERFACES = List.of(
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:AssignPrivateIpAddresses",
            "ec2:UnassignPrivateIpAddresses");

    /** Where the function's own metrics are, unless LEADSTATUS_METRICS_NAMESPACE says otherwise. */
    private static final String NAMESPACE = "leadstatus";

    private final String name;
    private final LogGroup logGroup;
    private final Function function;
    private final Alias alias;

    ReportFunction(Construct scope, Settings settings, DatabaseProxyPool proxy, Network network, Migration migration) {
        super(scope, "Function");
        name = settings.name();
        logGroup = Logs.group(this, "Log");
        Role role = role(settings.name());
        proxy.grantConnect(role);
        function = Function.Builder.create(this, "Function")
                .functionName(settings.name())
                .description("leadstatus: the lead status change report")
                .runtime(Runtime.PROVIDED_AL2023)
                .architecture(settings.architecture().lambda())
                .code(Code.fromAsset(settings.functionZip().toString()))
                .handler("not.used.by.native.code")
                .memorySize(settings.memory())
                .timeout(TIMEOUT)
                .reservedConcurrentExecutions(settings.concurrency())
                .environment(environment(settings, proxy))
                .vpc(network.vpc())
                .vpcSubnets(Network.isolated())
                .securityGroups(List.of(network.function()))
                .role(role)
                .logGroup(logGroup)
                .build();
        function.getNode().addDependency(migration);
        alias = Alias.Builder.create(this, "Alias")
                .aliasName("live")
                .version(function.getCurrentVersion())
                .build();
    }

    private static Map<String, String> environment(Settings settings, DatabaseProxyPool proxy) {
        return Map.of(
                "DISABLE_SIGNAL_HANDLERS",
                "true",
                "QUARKUS_DATASOURCE_JDBC_URL",
                proxy.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME",
                DatabaseStack.SERVICE_ROLE,
                "QUARKUS_DATASOURCE_CREDENTIALS_PROVIDER",
                "iam",
                "QUARKUS_DATASOURCE_JDBC_MAX_SIZE",
                Integer.toString(settings.poolSize()));
    }

    /**
     * May write its log and log in to the database. Lambda itself, not the function's code, makes the network interfaces
     * in its name; those actions know no resources to name.
     */
    private Role role(String functionName) {
        Role role = Logs.functionRole(this, "Role", logGroup);
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(NETWORK_INTERFACES)
                .resources(List.of("*"))
                .build());
        role.addToPolicy(PolicyStatement.Builder.create()
                .effect(Effect.DENY)
                .actions(NETWORK_INTERFACES)
                .resources(List.of("*"))
                .conditions(Map.of("ArnEquals", Map.of("lambda:SourceFunctionArn", List.of(arn(functionName)))))
                .build());
        return role;
    }

    private String arn(String functionName) {
        return Stack.of(this)
                .formatArn(ArnComponents.builder()
                        .service("lambda")
                        .resource("function")
                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                        .resourceName(functionName)
                        .build());
    }

    Function function() {
        return function;
    }

    Version version() {
        return function.getCurrentVersion();
    }

    Alias alias() {
        return alias;
    }

    /**
     * What the function measures itself and writes into its log, request by request: {@code duration_ms},
     * {@code database_ms}, {@code rows}, {@code failures}.
     */
    Metric ofRequests(String metric) {
        return Metric.Builder.create()
                .namespace(NAMESPACE)
                .metricName(metric)
                .dimensionsMap(Map.of("function", name))
                .period(Duration.minutes(1))
                .build();
    }

    LogGroup logGroup() {
        return logGroup;
    }
}

package io.leadstatus.infra;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.IgnoreMode;
import software.amazon.awscdk.customresources.Provider;
import software.amazon.awscdk.services.codebuild.BuildEnvironment;
import software.amazon.awscdk.services.codebuild.BuildEnvironmentVariable;
import software.amazon.awscdk.services.codebuild.BuildEnvironmentVariableType;
import software.amazon.awscdk.services.codebuild.BuildSpec;
import software.amazon.awscdk.services.codebuild.CloudWatchLoggingOptions;
import software.amazon.awscdk.services.codebuild.LinuxBuildImage;
import software.amazon.awscdk.services.codebuild.LoggingOptions;
import software.amazon.awscdk.services.codebuild.Project;
import software.amazon.awscdk.services.codebuild.S3SourceProps;
import software.amazon.awscdk.services.codebuild.Source;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/**
 * Brings the schema up to date, as a resource: it is there when Flyway has succeeded, and made anew when a migration
 * changes. What depends on it waits, and stays as it was if Flyway fails.
 */
final class Migration extends Construct {
    private static final String FOLDER = "infra/migration";
    /** What Flyway needs of the repository; everything else is left out, the order matters. */
    private static final List<String> ALL_BUT = List.of(
            "**",
            "!pom.xml",
            "!mvnw",
            "!.mvn/**",
            "!src/main/resources/db/migration/**",
            "!infra/migration/buildspec.yml",
            "!infra/migration/*.sql");

    Migration(Construct scope, Database database, Network network, Path repository) {
        super(scope, "Migration");
        Asset source = Asset.Builder.create(this, "Source")
                .path(repository.toString())
                .exclude(ALL_BUT)
                .ignoreMode(IgnoreMode.DOCKER)
                .build();
        Project project = project(source, database, network);
        Provider provider = Provider.Builder.create(this, "Provider")
                .onEventHandler(handler("Start", "index.start", "codebuild:StartBuild", project, repository))
                .isCompleteHandler(
                        handler("Watch", "index.is_complete", "codebuild:BatchGetBuilds", project, repository))
                .queryInterval(Duration.seconds(10))
                .totalTimeout(Duration.hours(1))
                .logGroup(Logs.group(this, "ProviderLog"))
                .build();
        CustomResource run = CustomResource.Builder.create(this, "Run")
                .serviceToken(provider.getServiceToken())
                .resourceType("Custom::Migration")
                .properties(Map.of("Project", project.getProjectName(), "Source", source.getAssetHash()))
                .build();
        run.getNode().addDependency(project);
    }

    private Project project(Asset source, Database database, Network network) {
        return Project.Builder.create(this, "Project")
                .description("leadstatus: Flyway on the service's database")
                .source(Source.s3(S3SourceProps.builder()
                        .bucket(source.getBucket())
                        .path(source.getS3ObjectKey())
                        .build()))
                .buildSpec(BuildSpec.fromSourceFilename(FOLDER + "/buildspec.yml"))
                .environment(BuildEnvironment.builder()
                        .buildImage(LinuxBuildImage.AMAZON_LINUX_2023_5)
                        .build())
                .environmentVariables(Map.of(
                        "DATABASE_HOST", variable(database.host()),
                        "DATABASE_NAME", variable(database.name()),
                        "FLYWAY_USER", secret(database, "username"),
                        "FLYWAY_PASSWORD", secret(database, "password")))
                .vpc(network.vpc())
                .subnetSelection(Network.withEgress())
                .securityGroups(List.of(network.migration()))
                .concurrentBuildLimit(1)
                .timeout(Duration.minutes(55))
                .logging(LoggingOptions.builder()
                        .cloudWatch(CloudWatchLoggingOptions.builder()
                                .logGroup(Logs.group(this, "Log"))
                                .build())
                        .build())
                .build();
    }

    private static BuildEnvironmentVariable variable(String value) {
        return BuildEnvironmentVariable.builder().value(value).build();
    }

    private static BuildEnvironmentVariable secret(Database database, String key) {
        return BuildEnvironmentVariable.builder()
                .type(BuildEnvironmentVariableType.SECRETS_MANAGER)
                .value(database.adminSecret().getSecretArn() + ":" + key)
                .build();
    }

    private Function handler(String id, String handler, String action, Project project, Path repository) {
        LogGroup log = Logs.group(this, id + "Log");
        Function function = Function.Builder.create(this, id)
                .runtime(Runtime.PYTHON_3_13)
                .handler(handler)
                .code(Code.fromAsset(
                        repository.resolve(FOLDER).resolve("handler").toString()))
                .timeout(Duration.seconds(30))
                .logGroup(log)
                .role(Logs.functionRole(this, id + "Role", log))
                .build();
        function.addToRolePolicy(PolicyStatement.Builder.create()
                .actions(List.of(action))
                .resources(List.of(project.getProjectArn()))
                .build());
        return function;
    }
}

package io.leadstatus.infra;

import java.nio.file.Path;

import software.amazon.awscdk.App;
import software.amazon.awscdk.StackProps;

/** What {@code cdk} runs. */
public final class LeadstatusApp {
    private LeadstatusApp() {}

    public static void main(String... arguments) {
        App app = new App();
        try {
            build(app, Settings.of(key -> app.getNode().tryGetContext(key)), Path.of(".."));
        } catch (InvalidSettingsException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        app.synth();
    }

    /**
     * Adds both stacks to an app.
     *
     * @param repository the folder with the service's {@code pom.xml}, whose migrations are deployed
     */
    static Stacks build(App app, Settings settings, Path repository) {
        DatabaseStack database = new DatabaseStack(
                app,
                settings.name() + "-database",
                StackProps.builder()
                        .description("leadstatus: network, database and proxy")
                        .terminationProtection(true)
                        .build(),
                settings);
        ServiceStack service = new ServiceStack(
                app,
                settings.name(),
                StackProps.builder()
                        .description("leadstatus: migration, function, gateway and alarms")
                        .build(),
                settings,
                database,
                repository);
        return new Stacks(database, service);
    }

    record Stacks(DatabaseStack database, ServiceStack service) {}
}

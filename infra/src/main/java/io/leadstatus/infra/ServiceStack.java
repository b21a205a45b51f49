package io.leadstatus.infra;

import java.nio.file.Path;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** What a release replaces: first the schema, then the function; and the gateway and alarms around it. */
final class ServiceStack extends Stack {

    ServiceStack(
            Construct scope,
            String id,
            StackProps properties,
            Settings settings,
            DatabaseStack databaseStack,
            Path repository) {
        super(scope, id, properties);
        Migration migration = new Migration(this, databaseStack.database(), databaseStack.network(), repository);
        ReportFunction function =
                new ReportFunction(this, settings, databaseStack.proxy(), databaseStack.network(), migration);
        Gateway gateway = new Gateway(this, settings, function.alias());
        Alarms alarms = new Alarms(this, settings, function, gateway, databaseStack);
        new TrafficShifting(this, settings.trafficShift(), function, alarms.ofARelease(), repository);
        new OperationsDashboard(this, settings, function, gateway, databaseStack, alarms);
        CfnOutput.Builder.create(this, "Url")
                .description("Where the service answers")
                .value(gateway.url())
                .build();
    }
}

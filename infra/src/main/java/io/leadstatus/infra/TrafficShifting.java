package io.leadstatus.infra;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.codedeploy.AutoRollbackConfig;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentGroup;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** A new version is tried before it gets traffic, gets it step by step, and loses it again on an alarm. */
final class TrafficShifting extends Construct {

    TrafficShifting(Construct scope, TrafficShift shift, ReportFunction function, List<Alarm> alarms, Path repository) {
        super(scope, "TrafficShifting");
        LogGroup log = Logs.group(this, "SmokeTestLog");
        Function smokeTest = Function.Builder.create(this, "SmokeTest")
                .description("leadstatus: asks a new version before it gets traffic")
                .runtime(Runtime.PYTHON_3_13)
                .handler("index.handler")
                .code(Code.fromAsset(repository.resolve("infra/smoke-test").toString()))
                .environment(Map.of("VERSION", function.version().getFunctionArn()))
                .timeout(Duration.minutes(2))
                .logGroup(log)
                .role(Logs.functionRole(this, "SmokeTestRole", log))
                .build();
        function.version().grantInvoke(smokeTest);
        LambdaDeploymentGroup.Builder.create(this, "Deployments")
                .alias(function.alias())
                .deploymentConfig(shift.deployment())
                .preHook(smokeTest)
                .alarms(alarms)
                .autoRollback(AutoRollbackConfig.builder()
                        .failedDeployment(true)
                        .stoppedDeployment(true)
                        .deploymentInAlarm(true)
                        .build())
                .build();
    }
}

package io.leadstatus.infra;

import java.util.function.Supplier;

import software.amazon.awscdk.services.codedeploy.ILambdaDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentConfig;

/** How a new version takes over the traffic; an alarm on the way gives it back. */
enum TrafficShift {
    CANARY_10_PERCENT_5_MINUTES("canary-5-minutes", () -> LambdaDeploymentConfig.CANARY_10_PERCENT_5_MINUTES),
    CANARY_10_PERCENT_15_MINUTES("canary-15-minutes", () -> LambdaDeploymentConfig.CANARY_10_PERCENT_15_MINUTES),
    LINEAR_10_PERCENT_EVERY_MINUTE("linear-10-minutes", () -> LambdaDeploymentConfig.LINEAR_10_PERCENT_EVERY_1_MINUTE),
    ALL_AT_ONCE("all-at-once", () -> LambdaDeploymentConfig.ALL_AT_ONCE);

    private final String text;
    private final Supplier<ILambdaDeploymentConfig> deployment;

    TrafficShift(String text, Supplier<ILambdaDeploymentConfig> deployment) {
        this.text = text;
        this.deployment = deployment;
    }

    ILambdaDeploymentConfig deployment() {
        return deployment.get();
    }

    @Override
    public String toString() {
        return text;
    }
}

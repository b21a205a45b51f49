package io.leadstatus.infra;

import java.util.Map;
import java.util.TreeMap;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.IAccessLogDestination;
import software.amazon.awscdk.services.apigatewayv2.IAccessLogSettings;
import software.amazon.awscdk.services.apigatewayv2.LogGroupLogDestination;
import software.amazon.awscdk.services.apigatewayv2.PayloadFormatVersion;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/** An HTTP API that hands every request to the function, throttled, with a log line for each. */
final class Gateway extends Construct {
    /**
     * Neither query strings nor headers: filters name customers, and credentials are secrets. The route instead of the
     * path, which holds the query of a search page; the function's own line tells which of its resources answered.
     */
    private static final Map<String, String> LOGGED = Map.of(
            "requestId", "$context.requestId",
            "time", "$context.requestTime",
            "ip", "$context.identity.sourceIp",
            "method", "$context.httpMethod",
            "route", "$context.routeKey",
            "status", "$context.status",
            "bytes", "$context.responseLength",
            "milliseconds", "$context.responseLatency",
            "functionMilliseconds", "$context.integrationLatency",
            "error", "$context.integrationErrorMessage");

    private final HttpApi api;

    Gateway(Construct scope, Settings settings, Alias function) {
        super(scope, "Gateway");
        api = HttpApi.Builder.create(this, "Api")
                .apiName(settings.name())
                .createDefaultStage(false)
                .defaultIntegration(HttpLambdaIntegration.Builder.create("Function", function)
                        .payloadFormatVersion(PayloadFormatVersion.VERSION_2_0)
                        .build())
                .build();
        HttpStage.Builder.create(this, "Stage")
                .httpApi(api)
                .stageName("$default")
                .autoDeploy(true)
                .detailedMetricsEnabled(true)
                .throttle(ThrottleSettings.builder()
                        .rateLimit(settings.requestsPerSecond())
                        .burstLimit(settings.burst())
                        .build())
                .accessLogSettings(new AccessLog())
                .build();
    }

    private final class AccessLog implements IAccessLogSettings {
        private final IAccessLogDestination destination =
                new LogGroupLogDestination(Logs.group(Gateway.this, "AccessLog"));

        @Override
        public IAccessLogDestination getDestination() {
            return destination;
        }

        @Override
        public AccessLogFormat getFormat() {
            return AccessLogFormat.custom(Stack.of(Gateway.this).toJsonString(new TreeMap<>(LOGGED)));
        }
    }

    String url() {
        return api.getApiEndpoint();
    }

    Metric requests() {
        return api.metricCount();
    }

    /** Answers from 500 on, of the function and of the gateway itself. */
    Metric serverErrors() {
        return api.metricServerError();
    }

    /** Answers from 400 to 499. */
    Metric clientErrors() {
        return api.metricClientError();
    }

    Metric latency() {
        return api.metricLatency();
    }
}

package io.leadstatus.infra;

import static io.leadstatus.infra.DefaultApp.APP;
import static io.leadstatus.infra.SynthesizedApp.properties;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** What operators see and are told. */
class MonitoringTest {

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
        String functionName = APP.function().at("/Properties/FunctionName").asText();

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
}

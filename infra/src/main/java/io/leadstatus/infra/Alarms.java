package io.leadstatus.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** What somebody should be woken for, and what takes a new version back. */
final class Alarms extends Construct {
    /** Answers slower than this, milliseconds, are too slow where one in a hundred is. */
    private static final int SLOW = 2_000;

    /** Milliseconds that a request waits for the database: then that is why answers are slow. */
    private static final int SLOW_DATABASE = 1_500;

    private static final double NEARLY_ALL = 0.8;

    private final Topic topic;
    private final List<Alarm> all = new ArrayList<>();
    private final List<Alarm> ofARelease;

    Alarms(Construct scope, Settings settings, ReportFunction function, Gateway gateway, DatabaseStack databaseStack) {
        super(scope, "Alarms");
        topic = Topic.Builder.create(this, "Topic")
                .displayName(settings.name())
                .enforceSsl(true)
                .build();
        settings.alarmEmail().ifPresent(email -> topic.addSubscription(new EmailSubscription(email)));
        ofARelease = List.of(
                alarm("FailedAnswers", "More than 1 % of at least 20 requests are answered 5xx", failed(gateway), 1, 1),
                alarm("FunctionErrors", "The function crashes or runs into its time limit", errors(function), 0, 1));
        MetricOptions slowest = every(1, "p99");
        alarm(
                "SlowAnswers",
                "1 % of the answers take over 2 s",
                gateway.latency().with(slowest),
                SLOW,
                5);
        alarm(
                "SlowDatabase",
                "1 % of the requests wait over 1.5 s for the database",
                function.ofRequests("database_ms").with(slowest),
                SLOW_DATABASE,
                5);
        alarm("Throttled", "All instances are busy, requests are refused", throttles(function), 0, 3);
        double nearlyBusy = NEARLY_ALL * settings.concurrency();
        alarm("NearlyThrottled", "80 % of the instances are busy", concurrency(function), nearlyBusy, 5);
        double nearlyConnected = NEARLY_ALL * settings.maxConnections();
        IMetric connections = databaseMetric(databaseStack, "DatabaseConnections");
        alarm("DatabaseConnections", "80 % of the database's connections are open", connections, nearlyConnected, 5);
        if (settings.existingDatabase().isEmpty()) {
            IMetric capacity = databaseMetric(databaseStack, "ACUUtilization");
            alarm("DatabaseCapacity", "The database is at 90 % of maxCapacity", capacity, 90, 15);
        }
        alarm("ProxyLogin", "The function may not log in to the database", refusedLogins(databaseStack), 0, 1);
    }

    /** Takes a new version back. */
    List<Alarm> ofARelease() {
        return ofARelease;
    }

    List<Alarm> all() {
        return List.copyOf(all);
    }

    private Alarm alarm(String id, String description, IMetric metric, double above, int minutes) {
        Alarm alarm = Alarm.Builder.create(this, id)
                .alarmDescription("leadstatus: " + description)
                .metric(metric)
                .threshold(above)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .evaluationPeriods(minutes)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
        alarm.addAlarmAction(new SnsAction(topic));
        alarm.addOkAction(new SnsAction(topic));
        all.add(alarm);
        return alarm;
    }

    /** Per cent; none below 20 requests a minute, where a single one would be many per cent. */
    private static IMetric failed(Gateway gateway) {
        return MathExpression.Builder.create()
                .label("answered 5xx, %")
                .expression("IF(requests >= 20, 100 * failed / requests, 0)")
                .usingMetrics(Map.of(
                        "failed", gateway.serverErrors().with(every(1, "Sum")),
                        "requests", gateway.requests().with(every(1, "Sum"))))
                .period(Duration.minutes(1))
                .build();
    }

    private static IMetric errors(ReportFunction function) {
        return function.alias().metricErrors(every(1, "Sum"));
    }

    private static IMetric throttles(ReportFunction function) {
        return function.function().metricThrottles(every(1, "Sum"));
    }

    private static IMetric concurrency(ReportFunction function) {
        return function.function().metric("ConcurrentExecutions", every(1, "Maximum"));
    }

    static Metric databaseMetric(DatabaseStack databaseStack, String name) {
        return metric(name, databaseStack.database().metricDimensions(), "Maximum");
    }

    static Metric proxyMetric(DatabaseStack databaseStack, String name, String statistic) {
        return metric(name, Map.of("ProxyName", databaseStack.proxy().name()), statistic);
    }

    private static IMetric refusedLogins(DatabaseStack databaseStack) {
        return proxyMetric(databaseStack, "ClientConnectionsSetupFailedAuth", "Sum");
    }

    private static Metric metric(String name, Map<String, String> dimensions, String statistic) {
        return Metric.Builder.create()
                .namespace("AWS/RDS")
                .metricName(name)
                .dimensionsMap(dimensions)
                .statistic(statistic)
                .period(Duration.minutes(1))
                .build();
    }

    private static MetricOptions every(int minutes, String statistic) {
        return MetricOptions.builder()
                .period(Duration.minutes(minutes))
                .statistic(statistic)
                .build();
    }
}

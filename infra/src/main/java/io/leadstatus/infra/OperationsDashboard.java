package io.leadstatus.infra;

import java.util.List;

import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.LogQueryWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.constructs.Construct;

/** One page to look at: what callers see, what their requests wait for, then the function, then the database. */
final class OperationsDashboard extends Construct {
    private static final int WIDTH = 24;

    OperationsDashboard(
            Construct scope,
            Settings settings,
            ReportFunction function,
            Gateway gateway,
            DatabaseStack database,
            Alarms alarms) {
        super(scope, "Dashboard");
        AlarmStatusWidget state = AlarmStatusWidget.Builder.create()
                .title("Alarms")
                .alarms(alarms.all())
                .width(WIDTH)
                .build();
        Dashboard.Builder.create(this, "Dashboard")
                .dashboardName(settings.name())
                .widgets(List.of(
                        List.of(state),
                        ofCallers(gateway),
                        ofRequests(function),
                        ofFunction(function),
                        ofDatabase(settings, database)))
                .build();
    }

    private static List<IWidget> ofCallers(Gateway gateway) {
        return List.of(
                graph(
                        "Answers",
                        sum(gateway.requests(), "all"),
                        sum(gateway.clientErrors(), "4xx"),
                        sum(gateway.serverErrors(), "5xx")),
                graph("Latency at the gateway, ms", percentiles(gateway.latency())));
    }

    /** By the function's own clock: the rest of the latency is the gateway's, and starts. */
    private static List<IWidget> ofRequests(ReportFunction function) {
        return List.of(
                graph("Requests, ms", percentiles(function.ofRequests("duration_ms"))),
                graph("…of which they wait for the database", percentiles(function.ofRequests("database_ms"))),
                graph("Requests that failed", sum(function.ofRequests("failures"), "failures")));
    }

    private static List<IWidget> ofFunction(ReportFunction function) {
        return List.of(
                graph(
                        "Duration in the function, ms",
                        percentiles(function.alias().metricDuration())),
                graph(
                        "Instances",
                        as(function.function().metric("ConcurrentExecutions"), "Maximum", "busy"),
                        sum(function.function().metricThrottles(), "refused"),
                        sum(function.alias().metricErrors(), "crashed")),
                LogQueryWidget.Builder.create()
                        .title("Cold starts")
                        .logGroupNames(List.of(function.logGroup().getLogGroupName()))
                        .queryLines(List.of(
                                "filter @type = 'REPORT' and ispresent(@initDuration)",
                                "stats count() as starts, pct(@initDuration, 50) as p50, pct(@initDuration, 99) as p99,"
                                        + " max(@maxMemoryUsed) / 1e6 as megabytes by bin(1h)"))
                        .width(WIDTH / 3)
                        .build());
    }

    private static List<IWidget> ofDatabase(Settings settings, DatabaseStack database) {
        Metric load = Alarms.databaseMetric(
                database, settings.existingDatabase().isEmpty() ? "ServerlessDatabaseCapacity" : "CPUUtilization");
        return List.of(
                graph(
                        "Connections",
                        Alarms.databaseMetric(database, "DatabaseConnections"),
                        Alarms.proxyMetric(database, "ClientConnections", "Maximum"),
                        Alarms.proxyMetric(database, "DatabaseConnectionsCurrentlySessionPinned", "Maximum")),
                graph("Load of the database", load),
                graph(
                        "Answers of the database, µs",
                        Alarms.proxyMetric(database, "QueryDatabaseResponseLatency", "p99")));
    }

    private static GraphWidget graph(String title, IMetric... metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .left(List.of(metrics))
                .width(WIDTH / 3)
                .build();
    }

    private static IMetric[] percentiles(Metric metric) {
        return new IMetric[] {as(metric, "p50", "p50"), as(metric, "p95", "p95"), as(metric, "p99", "p99")};
    }

    private static Metric sum(Metric metric, String label) {
        return as(metric, "Sum", label);
    }

    private static Metric as(Metric metric, String statistic, String label) {
        return metric.with(
                MetricOptions.builder().statistic(statistic).label(label).build());
    }
}

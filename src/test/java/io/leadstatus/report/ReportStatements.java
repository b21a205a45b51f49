package io.leadstatus.report;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.leadstatus.search.SqlPredicate;

/** The statement of a report as the service runs it, for benchmarks. */
public final class ReportStatements {

    private ReportStatements() {}

    /** Of the leads that fulfil a condition. It has named parameters. */
    public static String ofLeads(SqlPredicate condition) {
        return FiguresStatement.ofLeads(condition);
    }

    /** The parameters of {@link #ofLeads} by name. */
    public static Map<String, Object> parameters(SqlPredicate condition, int organization, Instant start, Instant end) {
        Period period = new Period(start, end);
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "organization", organization,
                "from", period.from(),
                "before", period.before(),
                "snapshotBefore", period.snapshotBefore()));
        for (int i = 0; i < condition.parameters().size(); i++) {
            parameters.put(
                    FiguresStatement.CONDITION + i, condition.parameters().get(i));
        }
        return parameters;
    }
}

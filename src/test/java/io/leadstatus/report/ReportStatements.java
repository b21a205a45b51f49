package io.leadstatus.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.leadstatus.search.SqlPredicate;

/** The statement of a report as the service runs it, for benchmarks. */
public final class ReportStatements {
    private static final Pattern NAMED_PARAMETER = Pattern.compile(":([a-z]\\w*)", Pattern.CASE_INSENSITIVE);

    /** A statement with positional parameters. */
    public record Positional(String sql, List<Object> parameters) {}

    private ReportStatements() {}

    /** Of the leads that fulfil a condition. */
    public static Positional ofLeads(SqlPredicate condition, int organization, Instant start, Instant end) {
        Map<String, Object> values = bounds(organization, new Period(start, end));
        for (int i = 0; i < condition.parameters().size(); i++) {
            values.put(FiguresStatement.CONDITION + i, condition.parameters().get(i));
        }
        return positional(FiguresStatement.ofLeads(condition), values);
    }

    /** Of all leads. */
    public static Positional ofAllLeads(int organization, Instant start, Instant end) {
        return positional(FiguresStatement.OF_ALL_LEADS, bounds(organization, new Period(start, end)));
    }

    private static Map<String, Object> bounds(int organization, Period period) {
        return new HashMap<>(Map.of(
                "organization", organization,
                "from", period.from(),
                "before", period.before(),
                "snapshotBefore", period.snapshotBefore(),
                "snapshotDay", period.snapshotDay()));
    }

    private static Positional positional(String sql, Map<String, Object> values) {
        List<Object> parameters = new ArrayList<>();
        Matcher named = NAMED_PARAMETER.matcher(sql);
        StringBuilder positional = new StringBuilder();
        while (named.find()) {
            parameters.add(values.get(named.group(1)));
            named.appendReplacement(positional, "?");
        }
        return new Positional(named.appendTail(positional).toString(), parameters);
    }
}

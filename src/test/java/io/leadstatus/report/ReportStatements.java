package io.leadstatus.report;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.leadstatus.search.SqlPredicate;

/** The statement of a report as the service runs it, for benchmarks. */
public final class ReportStatements {

    private ReportStatements() {}

    /** Of all leads. It has named parameters. */
    public static String ofAllLeads() {
        return FiguresOfAllLeads.STATEMENT;
    }

    /** The parameters of {@link #ofAllLeads} by name. */
    public static Map<String, Object> parameters(int organization, Instant start, Instant end) {
        return with(organization, FiguresOfAllLeads.parameters(new Period(start, end)));
    }

    /** Of the leads that fulfil a condition. It has named parameters. */
    public static String ofLeads(SqlPredicate condition) {
        return FiguresOfSomeLeads.statement(condition);
    }

    /** The parameters of {@link #ofLeads} by name. */
    public static Map<String, Object> parameters(SqlPredicate condition, int organization, Instant start, Instant end) {
        return with(organization, FiguresOfSomeLeads.parameters(condition, new Period(start, end)));
    }

    private static Map<String, Object> with(int organization, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("organization", organization);
        return all;
    }
}

package io.leadstatus.report;

import io.leadstatus.search.SqlPredicate;

/**
 * Which leads a report is about: those that now fulfil a condition.
 *
 * @param text the condition as it stands in front of the report's own queries, to be joined with {@code and}
 * @param condition the same in SQL
 */
record ReportFilter(String text, SqlPredicate condition) {

    /** A query of the report that finds only these leads. */
    String before(String query) {
        return text + " and (" + query + ")";
    }
}

package io.leadstatus.report;

/**
 * A lead status as the report shows it.
 *
 * @param number its key within the organization
 * @param id as in Close, {@code stat_…}
 * @param label its label now
 */
record ReportedStatus(int number, String id, String label, boolean isDeleted) {}

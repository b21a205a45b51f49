package io.leadstatus.report;

/** The figures of one status. */
sealed interface StatusOverview permits PeriodStatusOverview, OverallStatusOverview {

    boolean statusIsDeleted();

    /** Whether any number is not zero. */
    boolean countsAnything();
}

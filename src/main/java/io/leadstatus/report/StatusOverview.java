package io.leadstatus.report;

import java.util.Map;

/** The figures of one status. */
public sealed interface StatusOverview permits PeriodStatusOverview, OverallStatusOverview {

    String statusId();

    /** As it is now. */
    String statusLabel();

    boolean statusIsDeleted();

    long ended();

    long entered();

    long left();

    /** By figure, the paths of the pages that show the leads. */
    Map<String, String> leadsPageUrls();

    /** Whether any number is not zero. */
    boolean countsAnything();
}

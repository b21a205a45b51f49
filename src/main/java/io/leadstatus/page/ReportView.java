package io.leadstatus.page;

import java.util.List;

import io.leadstatus.report.LeadStatusReport;

/** The report as a person reads it. */
record ReportView(List<OverviewRow> overview, Matrix transitions, List<Flow> summary) {

    static ReportView of(LeadStatusReport report) {
        return new ReportView(
                report.statusOverview().stream().map(OverviewRow::of).toList(), Matrix.of(report), Flow.of(report));
    }
}

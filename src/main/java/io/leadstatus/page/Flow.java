package io.leadstatus.page;

import java.util.List;

import io.leadstatus.report.LeadStatusReport;

/**
 * Leads that started with one status and ended with another, or that were created.
 *
 * @param from null for leads that were created
 */
record Flow(String from, boolean isFromDeleted, String to, boolean isToDeleted, Figure leads) {

    static List<Flow> of(LeadStatusReport report) {
        return report.statusTransitionsSummary().stream()
                .map(row -> new Flow(
                        row.fromStatusLabel(),
                        Boolean.TRUE.equals(row.fromStatusIsDeleted()),
                        row.toStatusLabel(),
                        row.toStatusIsDeleted(),
                        Figure.of(row.count(), row.leadsPageUrl())))
                .toList();
    }
}

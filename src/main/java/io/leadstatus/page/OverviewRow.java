package io.leadstatus.page;

import java.util.Map;

import io.leadstatus.report.OverallStatusOverview;
import io.leadstatus.report.PeriodStatusOverview;
import io.leadstatus.report.StatusOverview;

/**
 * The figures of one status. What compares with a start is null in an overall report.
 *
 * @param changePercent null where there is none
 */
record OverviewRow(
        String label,
        boolean isDeleted,
        Figure started,
        Figure gained,
        Figure lost,
        Figure ended,
        Signed change,
        Signed changePercent,
        Figure entered,
        Figure left) {

    /** A number that is shown with its sign: with a real minus, which is as wide as the plus. */
    record Signed(long value) {
        public String text() {
            String digits = PlainNotation.grouped(Math.abs(value));
            return value == 0 ? digits : (value < 0 ? "\u2212" : "+") + digits;
        }
    }

    static OverviewRow of(StatusOverview overview) {
        return overview instanceof PeriodStatusOverview period ? of(period) : of((OverallStatusOverview) overview);
    }

    private static OverviewRow of(PeriodStatusOverview row) {
        Map<String, String> urls = row.leadsPageUrls();
        return new OverviewRow(
                row.statusLabel(),
                row.statusIsDeleted(),
                Figure.of(row.started(), urls.get("started")),
                Figure.of(row.gained(), urls.get("gained")),
                Figure.of(row.lost(), urls.get("lost")),
                Figure.of(row.ended(), urls.get("ended")),
                new Signed(row.change()),
                row.changePercent() == null ? null : new Signed(row.changePercent()),
                Figure.of(row.entered(), urls.get("entered")),
                Figure.of(row.left(), urls.get("left")));
    }

    private static OverviewRow of(OverallStatusOverview row) {
        Map<String, String> urls = row.leadsPageUrls();
        return new OverviewRow(
                row.statusLabel(),
                row.statusIsDeleted(),
                null,
                null,
                null,
                Figure.of(row.ended(), urls.get("ended")),
                null,
                null,
                Figure.of(row.entered(), urls.get("entered")),
                Figure.of(row.left(), urls.get("left")));
    }
}

package io.leadstatus.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report as one table (RFC 4180): a row for each row of its lists, a column for each of their fields. */
final class CsvReport {
    private static final List<String> COLUMNS = List.of(
            "list",
            "status_id",
            "status_label",
            "status_is_deleted",
            "started",
            "ended",
            "change",
            "change_percent",
            "gained",
            "lost",
            "entered",
            "left",
            "from_status_id",
            "from_status_label",
            "from_status_is_deleted",
            "to_status_id",
            "to_status_label",
            "to_status_is_deleted",
            "count",
            "query");

    /** What a spreadsheet would take for a formula, and run. */
    private static final Pattern FORMULA =
            Pattern.compile("[\\s\\p{Cf}]*[=+\\-@\uff1d\uff0b\uff0d\uff20].*|[\\t\\r\\n].*", Pattern.DOTALL);

    private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]");

    private CsvReport() {}

    static String of(LeadStatusReport report) {
        return Stream.of(
                        Stream.of(line(COLUMNS)),
                        report.statusOverview().stream().map(CsvReport::overview),
                        report.statusTransitions().stream().map(row -> move("status_transitions", row)),
                        report.statusTransitionsSummary().stream().map(row -> move("status_transitions_summary", row)))
                .flatMap(lines -> lines)
                .collect(Collectors.joining());
    }

    private static String overview(StatusOverview row) {
        Map<String, Object> cells = new HashMap<>();
        cells.put("list", "status_overview");
        cells.put("status_id", row.statusId());
        cells.put("status_label", row.statusLabel());
        cells.put("status_is_deleted", row.statusIsDeleted());
        cells.put("ended", row.ended());
        cells.put("entered", row.entered());
        cells.put("left", row.left());
        if (row instanceof PeriodStatusOverview period) {
            cells.put("started", period.started());
            cells.put("change", period.change());
            cells.put("change_percent", period.changePercent());
            cells.put("gained", period.gained());
            cells.put("lost", period.lost());
        }
        return line(cells);
    }

    private static String move(String list, StatusTransition row) {
        Map<String, Object> cells = new HashMap<>();
        cells.put("list", list);
        cells.put("from_status_id", row.fromStatusId());
        cells.put("from_status_label", row.fromStatusLabel());
        cells.put("from_status_is_deleted", row.fromStatusIsDeleted());
        cells.put("to_status_id", row.toStatusId());
        cells.put("to_status_label", row.toStatusLabel());
        cells.put("to_status_is_deleted", row.toStatusIsDeleted());
        cells.put("count", row.count());
        cells.put("query", row.query());
        return line(cells);
    }

    private static String line(Map<String, Object> cells) {
        return line(COLUMNS.stream().map(cells::get).toList());
    }

    private static String line(List<?> cells) {
        return cells.stream().map(CsvReport::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (!(value instanceof String text)) {
            return value.toString();
        }
        String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return SPECIAL.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}

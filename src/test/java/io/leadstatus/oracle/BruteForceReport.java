package io.leadstatus.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The figures of a report by the letter of the contract, one question at a time over all leads. Rows come as lines of
 * text, in the order of the report.
 *
 * @param start null for an overall report
 * @param end null for one up to now
 */
record BruteForceReport(RawHistory history, Instant start, Instant end) {

    List<String> overview() {
        List<String> rows = new ArrayList<>();
        statusesInOrder().forEach(status -> {
            TreeMap<String, Object> figures = new TreeMap<>();
            figures.put("ended", count(lead -> isIn(status, lead, end)));
            figures.put("entered", count(lead -> inPeriod(lead).stream().anyMatch(e -> e.to().equals(status.id()))));
            figures.put(
                    "left",
                    count(lead ->
                            inPeriod(lead).stream().anyMatch(e -> status.id().equals(e.from()))));
            if (start != null) {
                long started = count(lead -> isIn(status, lead, start));
                long change = (long) figures.get("ended") - started;
                figures.put("started", started);
                figures.put("gained", count(lead -> isIn(status, lead, end) && !isIn(status, lead, start)));
                figures.put("lost", count(lead -> isIn(status, lead, start) && !isIn(status, lead, end)));
                boolean counts = figures.values().stream().anyMatch(n -> (long) n != 0);
                figures.put("change", change);
                figures.put("change_percent", percent(change, started));
                if (status.deleted() && !counts) {
                    return;
                }
            } else if (status.deleted() && figures.values().stream().allMatch(n -> (long) n == 0)) {
                return;
            }
            rows.add(status.id() + " " + status.label() + " " + status.deleted() + " " + figures);
        });
        return rows;
    }

    List<String> transitions() {
        List<String> rows = new ArrayList<>();
        forEachPair((from, to) -> addRow(
                rows,
                from,
                to,
                count(lead -> inPeriod(lead).stream().anyMatch(e -> sameId(from, e.from()) && sameId(to, e.to())))));
        return rows;
    }

    List<String> summary() {
        List<String> rows = new ArrayList<>();
        forEachPair((from, to) -> {
            if (from == null) {
                addRow(rows, null, to, count(lead -> isCreatedAfterStart(lead) && isIn(to, lead, end)));
            } else if (start != null && !from.equals(to)) {
                addRow(rows, from, to, count(lead -> isIn(from, lead, start) && isIn(to, lead, end)));
            }
        });
        return rows;
    }

    private boolean isCreatedAfterStart(String lead) {
        return start == null || history.createdAt(lead).compareTo(start.plusSeconds(1)) >= 0;
    }

    private boolean isIn(RawHistory.Status status, String lead, Instant second) {
        return history.leads.get(lead).stream()
                .filter(event -> second == null || event.at().isBefore(second.plusSeconds(1)))
                .max(RawEvent.IN_ORDER)
                .filter(event -> event.to().equals(status.id()))
                .isPresent();
    }

    private List<RawEvent> inPeriod(String lead) {
        return history.leads.get(lead).stream()
                .filter(event -> start == null || !event.at().isBefore(start))
                .filter(event -> end == null || event.at().isBefore(end.plusSeconds(1)))
                .toList();
    }

    private long count(Predicate<String> counted) {
        Set<String> leads = new HashSet<>();
        history.leads.keySet().stream().filter(counted).forEach(leads::add);
        return leads.size();
    }

    private List<RawHistory.Status> statusesInOrder() {
        List<RawHistory.Status> ordered = new ArrayList<>();
        history.statuses.stream().filter(status -> !status.deleted()).forEach(ordered::add);
        history.statuses.stream().filter(RawHistory.Status::deleted).forEach(ordered::add);
        return ordered;
    }

    private interface Pair {
        void accept(RawHistory.Status from, RawHistory.Status to);
    }

    private void forEachPair(Pair pair) {
        statusesInOrder().forEach(to -> pair.accept(null, to));
        statusesInOrder().forEach(from -> statusesInOrder().forEach(to -> pair.accept(from, to)));
    }

    private static boolean sameId(RawHistory.Status status, String id) {
        return status == null ? id == null : status.id().equals(id);
    }

    private static void addRow(List<String> rows, RawHistory.Status from, RawHistory.Status to, long count) {
        if (count > 0) {
            rows.add(describe(from) + " -> " + describe(to) + ": " + count);
        }
    }

    private static String describe(RawHistory.Status status) {
        return status == null ? "null null null" : status.id() + " " + status.label() + " " + status.deleted();
    }

    /** 100 · change / started, to the nearest whole number, halves away from zero. */
    private static Long percent(long change, long started) {
        if (change == 0) {
            return 0L;
        }
        if (started == 0) {
            return null;
        }
        long doubled = (200 * Math.abs(change) / started + 1) / 2;
        return change < 0 ? -doubled : doubled;
    }
}

package io.leadstatus.benchmark;

import java.util.ArrayList;
import java.util.List;

import io.leadstatus.benchmark.ScaleBenchmark.Measured;

/** What was measured, in Markdown: medians in milliseconds, and pages that were read. */
record ScaleTables(List<Measured> ofAll, List<Measured> ofSome, List<EqualActivity> growth) {

    String markdown() {
        List<String> parts = new ArrayList<>(List.of(
                "Medians in milliseconds; how many were measured in brackets where they are fewer than " + rounds()
                        + ".\n",
                periods(),
                "Pages of 8 kB that were read:\n",
                buffers(),
                "Of some leads:\n",
                filters()));
        if (growth.get(0).comparisons().size() > 1) {
            parts.add("Where the same number of events is in the period:\n");
            parts.add(growthTable());
        }
        return String.join("\n", parts);
    }

    private String periods() {
        StringBuilder table = new StringBuilder("""
                | leads | period | events | ours | by `lateral` | by `distinct on` | times faster | floor | ours / floor | `select 1` |
                |--:|---|--:|--:|--:|--:|--:|--:|--:|--:|
                """);
        for (Measured measured : ofAll) {
            Comparison comparison = measured.comparison();
            table.append("| %,d | %s | %,d | %s | %s | %s | %s | %s | %.1f | %s |%n"
                    .formatted(
                            measured.size().leads(),
                            measured.period().label(),
                            Long.parseLong(
                                    comparison.contender(EventFloor.NAME).rows().get(0)),
                            median(comparison, Comparison.OURS),
                            median(comparison, ReportComparison.LATERAL),
                            median(comparison, ReportComparison.DISTINCT_ON),
                            timesFaster(comparison),
                            median(comparison, EventFloor.NAME),
                            ours(comparison)
                                    / comparison.contender(EventFloor.NAME).median(),
                            median(comparison, ScaleBenchmark.NOTHING)));
        }
        return table.toString();
    }

    private String buffers() {
        StringBuilder table = new StringBuilder("""
                | leads | period | ours | by `lateral` | by `distinct on` | floor |
                |--:|---|--:|--:|--:|--:|
                """);
        for (Measured measured : ofAll) {
            table.append("| %,d | %s |"
                    .formatted(measured.size().leads(), measured.period().label()));
            for (String name :
                    List.of(Comparison.OURS, ReportComparison.LATERAL, ReportComparison.DISTINCT_ON, EventFloor.NAME)) {
                table.append(
                        " %,d |".formatted(measured.comparison().contender(name).buffers()));
            }
            table.append('\n');
        }
        return table.toString();
    }

    private String filters() {
        StringBuilder table = new StringBuilder("""
                | leads | of which | period | ours | by `lateral` | by `distinct on` | times faster | pages, ours | `lateral` | `distinct on` |
                |--:|--:|---|--:|--:|--:|--:|--:|--:|--:|
                """);
        for (Measured measured : ofSome) {
            Comparison comparison = measured.comparison();
            table.append("| %,d | %s | %s | %s | %s | %s | %s | %,d | %,d | %,d |%n"
                    .formatted(
                            measured.size().leads(),
                            measured.filter().share(),
                            measured.period().label(),
                            median(comparison, Comparison.OURS),
                            median(comparison, ReportComparison.LATERAL),
                            median(comparison, ReportComparison.DISTINCT_ON),
                            timesFaster(comparison),
                            comparison.contender(Comparison.OURS).buffers(),
                            comparison.contender(ReportComparison.LATERAL).buffers(),
                            comparison.contender(ReportComparison.DISTINCT_ON).buffers()));
        }
        return table.toString();
    }

    private String growthTable() {
        List<OrganizationSize> sizes =
                ofAll.stream().map(Measured::size).distinct().toList();
        StringBuilder table = new StringBuilder("| as in the smallest one's | events |");
        sizes.forEach(size -> table.append(" %,d leads | pages |".formatted(size.leads())));
        table.append(" growth |\n|---|--:|")
                .append("--:|--:|".repeat(sizes.size()))
                .append("--:|\n");
        for (EqualActivity activity : growth) {
            table.append("| %s | %,d |".formatted(activity.period().label(), activity.events()));
            for (Comparison comparison : activity.comparisons()) {
                table.append(" %s | %,d |"
                        .formatted(
                                median(comparison, Comparison.OURS),
                                comparison.contender(Comparison.OURS).buffers()));
            }
            List<Comparison> all = activity.comparisons();
            table.append(" %.2f |%n".formatted(ours(all.get(all.size() - 1)) / ours(all.get(0))));
        }
        return table.toString();
    }

    private String median(Comparison comparison, String name) {
        Contender contender = comparison.contender(name);
        double median = contender.median();
        String milliseconds = (median < 10 ? "%,.2f" : median < 100 ? "%,.1f" : "%,.0f").formatted(median);
        return contender.rounds() < rounds() ? milliseconds + " (" + contender.rounds() + ")" : milliseconds;
    }

    private static String timesFaster(Comparison comparison) {
        double times = comparison.byHand() / ours(comparison);
        return (times < 10 ? "%,.1f" : "%,.0f").formatted(times);
    }

    private static double ours(Comparison comparison) {
        return comparison.contender(Comparison.OURS).median();
    }

    /** How often the quick ones were measured. */
    private int rounds() {
        return ofAll.stream()
                .mapToInt(measured ->
                        measured.comparison().contender(ScaleBenchmark.NOTHING).rounds())
                .max()
                .orElseThrow();
    }
}

package io.leadstatus.benchmark;

import java.util.ArrayList;
import java.util.List;

import io.leadstatus.benchmark.ScaleBenchmark.Measured;

/** The times of reports by period on a logarithmic axis: a panel an organization, a line a statement. */
final class ScalePlot {
    private static final int LEFT = 72;
    private static final int PANEL = 300;
    private static final int GAP = 24;
    private static final int TOP = 76;
    private static final int HEIGHT = 320;
    private static final double LOWEST = 0.01;
    private static final double HIGHEST = 1_000_000;
    private static final List<Double> TICKS =
            List.of(0.01, 0.1, 1.0, 10.0, 100.0, 1_000.0, 10_000.0, 100_000.0, 1_000_000.0);

    private enum Line {
        LATERAL("lateral, by hand", "#e67700", ReportComparison.LATERAL),
        DISTINCT_ON("distinct on, by hand", "#c92a2a", ReportComparison.DISTINCT_ON),
        OURS("the service", "#1864ab", Comparison.OURS),
        FLOOR("count of the events", "#2b8a3e", EventFloor.NAME),
        NOTHING("select 1", "#868e96", ScaleBenchmark.NOTHING);

        private final String label;
        private final String colour;
        private final String contender;

        Line(String label, String colour, String contender) {
            this.label = label;
            this.colour = colour;
            this.contender = contender;
        }
    }

    private final List<Measured> measured;
    private final List<OrganizationSize> sizes;
    private final StringBuilder svg = new StringBuilder();

    ScalePlot(List<Measured> measured) {
        this.measured = measured;
        this.sizes = measured.stream().map(Measured::size).distinct().toList();
    }

    String svg() {
        int width = Math.max(740, LEFT + sizes.size() * (PANEL + GAP));
        element("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='12'>"
                .formatted(width, TOP + HEIGHT + 50));
        element("<rect width='100%' height='100%' fill='white'/>");
        text(LEFT, 18, "start", "black", "milliseconds to a report by the period it covers, medians");
        int x = LEFT;
        for (Line line : Line.values()) {
            path("M%d 36 h18".formatted(x), line.colour, 3);
            text(x + 24, 40, "start", "black", line.label);
            x += 36 + 6 * line.label.length();
        }
        for (double tick : TICKS) {
            text(LEFT - 8, y(tick) + 4, "end", "#555", (tick < 1 ? "%s" : "%,.0f").formatted(tick));
        }
        for (int panel = 0; panel < sizes.size(); panel++) {
            panel(LEFT + panel * (PANEL + GAP), sizes.get(panel));
        }
        return svg.append("</svg>\n").toString();
    }

    private void panel(int left, OrganizationSize size) {
        text(left + PANEL / 2.0, TOP - 10, "middle", "black", "%,d leads".formatted(size.leads()));
        for (double tick : TICKS) {
            path("M%d %.1f h%d".formatted(left, y(tick), PANEL), "#ddd", 1);
        }
        List<Measured> periods =
                measured.stream().filter(each -> each.size() == size).toList();
        for (int i = 0; i < periods.size(); i++) {
            // Two rows, for the words are longer than the steps.
            text(
                    x(left, i, periods.size()),
                    TOP + HEIGHT + 16 + i % 2 * 16,
                    "middle",
                    "#555",
                    periods.get(i).period().label());
        }
        for (Line line : Line.values()) {
            List<String> points = new ArrayList<>();
            for (int i = 0; i < periods.size(); i++) {
                double median =
                        periods.get(i).comparison().contender(line.contender).median();
                points.add("%.1f %.1f".formatted(x(left, i, periods.size()), y(median)));
                element("<circle cx='%.1f' cy='%.1f' r='3' fill='%s'/>"
                        .formatted(x(left, i, periods.size()), y(median), line.colour));
            }
            path("M" + String.join(" L", points), line.colour, 2);
        }
    }

    private void path(String path, String colour, int width) {
        element("<path d='%s' stroke='%s' stroke-width='%d' fill='none'/>".formatted(path, colour, width));
    }

    private void text(double x, double y, String anchor, String colour, String text) {
        element("<text x='%.1f' y='%.1f' text-anchor='%s' fill='%s'>%s</text>".formatted(x, y, anchor, colour, text));
    }

    private void element(String element) {
        svg.append(element.replace('\'', '"')).append('\n');
    }

    private static double x(int left, int period, int periods) {
        return left + PANEL * (period + 0.5) / periods;
    }

    private static double y(double milliseconds) {
        double bounded = Math.max(LOWEST, Math.min(HIGHEST, milliseconds));
        return TOP + HEIGHT * (1 - Math.log(bounded / LOWEST) / Math.log(HIGHEST / LOWEST));
    }
}

package io.leadstatus.coldstart;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.leadstatus.coldstart.ColdStart.Spread;

/** One line a variant on a logarithmic axis: a dot for each start's report, marks for the medians of the phases. */
final class StartPlot {
    private static final int LEFT = 130;
    private static final int WIDTH = 560;
    private static final int ROW = 44;
    private static final int TOP = 60;
    private static final double LOWEST = 5;
    private static final double HIGHEST = 10_000;

    private enum Phase {
        CONNECTED("database connected", "#2b8a3e", ColdStart::connected),
        READY("runtime ready", "#e67700", ColdStart::ready),
        POLLED("first poll", "#1864ab", ColdStart::polled),
        ANSWERED("report answered", "#c92a2a", ColdStart::answered);

        private final String label;
        private final String colour;
        private final Function<ColdStart, Double> end;

        Phase(String label, String colour, Function<ColdStart, Double> end) {
            this.label = label;
            this.colour = colour;
            this.end = end;
        }
    }

    private final Map<Variant, List<ColdStart>> starts;

    StartPlot(Map<Variant, List<ColdStart>> starts) {
        this.starts = starts;
    }

    String svg() {
        int bottom = TOP + ROW * starts.size();
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 %d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="white"/>
                """.formatted(bottom + 30));
        text(svg, LEFT, 18, "start", "black", "milliseconds since the start of the process; medians are marked");
        for (Phase phase : Phase.values()) {
            int x = LEFT + 140 * phase.ordinal();
            mark(svg, x + 4, 36, phase);
            text(svg, x + 14, 40, "start", "black", phase.label);
        }
        for (int tick : List.of(5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)) {
            element(svg, "<path d='M%.1f %d V%d' stroke='#ddd'/>", x(tick), TOP - 8, bottom);
            text(svg, x(tick), bottom + 16, "middle", "#555", Integer.toString(tick));
        }
        int y = TOP + ROW / 2;
        for (Map.Entry<Variant, List<ColdStart>> variant : starts.entrySet()) {
            text(svg, LEFT - 10, y + 4, "end", "black", variant.getKey().name());
            row(svg, y, variant.getValue());
            y += ROW;
        }
        return svg.append("</svg>\n").toString();
    }

    private static void row(StringBuilder svg, int y, List<ColdStart> measured) {
        for (ColdStart start : measured) {
            element(svg, "<circle cx='%.1f' cy='%d' r='3' fill='#c92a2a' opacity='0.2'/>", x(start.answered()), y + 12);
        }
        for (Phase phase : Phase.values()) {
            if (phase.end.apply(measured.get(0)) != null) {
                mark(svg, x(Spread.of(measured, phase.end::apply).median()), y, phase);
            }
        }
    }

    private static void mark(StringBuilder svg, double x, int y, Phase phase) {
        element(svg, "<path d='M%.1f %d v16' stroke='%s' stroke-width='3'/>", x, y - 8, phase.colour);
    }

    private static void text(StringBuilder svg, double x, int y, String anchor, String colour, String text) {
        element(svg, "<text x='%.1f' y='%d' text-anchor='%s' fill='%s'>%s</text>", x, y, anchor, colour, text);
    }

    private static void element(StringBuilder svg, String format, Object... values) {
        svg.append(format.formatted(values).replace('\'', '"')).append('\n');
    }

    private static double x(double milliseconds) {
        return LEFT + WIDTH * Math.log(milliseconds / LOWEST) / Math.log(HIGHEST / LOWEST);
    }
}

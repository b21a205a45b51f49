package io.leadstatus.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.leadstatus.coldstart.ColdStart.Spread;

/** What was measured: starts of each variant in the order in which they were made, then the first variant, running. */
record Results(Map<Variant, List<ColdStart>> starts, WarmPath warm, Optional<Throughput> throughput) {
    private static final Map<String, Function<ColdStart, Double>> MEASURES = new LinkedHashMap<>();

    static {
        MEASURES.put("runtime ready", ColdStart::ready);
        MEASURES.put("first poll", ColdStart::polled);
        MEASURES.put("connected", ColdStart::connected);
        MEASURES.put("answered", ColdStart::answered);
    }

    /** Prints the table, and leaves it, the raw figures and a plot in a directory. */
    void write(Path directory) throws IOException {
        String table = table();
        System.out.println(table);
        Files.writeString(directory.resolve("cold-start.md"), table);
        Files.writeString(directory.resolve("cold-start.json"), json());
        Files.writeString(directory.resolve("cold-start.svg"), new StartPlot(starts).svg());
        System.out.println("The table, the raw figures and the plot: " + directory.resolve("cold-start.{md,json,svg}"));
    }

    private String table() {
        StringBuilder table = new StringBuilder("| median of %d starts, ms |".formatted(rounds()));
        MEASURES.keySet().forEach(measure -> table.append(' ').append(measure).append(" |"));
        table.append(" lowest – highest | peak memory | package |\n|---|---|---|---|---|---|---|---|\n");
        starts.forEach((variant, all) -> {
            table.append("| ").append(variant.name()).append(" |");
            MEASURES.values().forEach(measure -> table.append(median(all, measure)));
            Spread answered = Spread.of(all, ColdStart::answered);
            Spread memory = Spread.of(all, ColdStart::peakMegabytes);
            table.append(" %.0f – %.0f |".formatted(answered.lowest(), answered.highest()))
                    .append(" %.0f MB | %s |%n".formatted(memory.median(), size(variant.packageBytes())));
        });
        String running = starts.keySet().iterator().next().name();
        double event = Spread.of(warm.events()).median();
        double handler = Spread.of(warm.handlers()).median();
        double handlersSql = Spread.of(warm.handlersSql()).median();
        double statement = Spread.of(warm.statements()).median();
        table.append("""
                %nWarm (%s), medians in ms: an event %.2f; in the handler %.1f, %.1f of it in the database (%.2f times); \
                the bare statement %.2f (the event is %.2f times that)%n
                """.formatted(
                        running, event, handler, handlersSql, handler / handlersSql, statement, event / statement));
        throughput.ifPresent(each -> table.append(
                "Plain HTTP server (JVM), wrk: %.0f reports/s; pgbench, the bare statement: %.0f/s (medians of %d)%n"
                        .formatted(
                                Spread.of(each.reports()).median(),
                                Spread.of(each.statements()).median(),
                                each.reports().size())));
        return table.toString();
    }

    private static String median(List<ColdStart> all, Function<ColdStart, Double> measure) {
        return measure.apply(all.get(0)) == null
                ? " |"
                : " %.1f |".formatted(Spread.of(all, measure::apply).median());
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? "%.0f kB".formatted(bytes / 1e3) : "%.1f MB".formatted(bytes / 1e6);
    }

    private int rounds() {
        return starts.values().iterator().next().size();
    }

    private String json() throws IOException {
        List<Map<String, Object>> variants = new ArrayList<>();
        starts.forEach((variant, all) -> {
            Map<String, Object> measured = new LinkedHashMap<>();
            measured.put("name", variant.name());
            measured.put("packageBytes", variant.packageBytes());
            measured.put("starts", all);
            variants.add(measured);
        });
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("java", Runtime.version().toString());
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("variants", variants);
        all.put("warmMilliseconds", warm);
        all.put("throughputPerSecond", throughput.orElse(null));
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }
}

package io.leadstatus.coldstart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures every variant that is there in turn, round by round, so that what else the machine does hits all alike. */
final class ColdStartBenchmark {

    private ColdStartBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        // Else the runtime API would wait before it sends the second part of an answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Figures are written alike everywhere.
        Locale.setDefault(Locale.ROOT);
        Path target = Path.of("target");
        Path directory = Files.createDirectories(target.resolve("cold-start"));
        byte[] event = Files.readAllBytes(Path.of("infra", "events", "report-basic.json"));
        try (ColdStartDatabase database = ColdStartDatabase.start(directory)) {
            Packages packages = new Packages(target, directory, event);
            List<Variant> variants = new ArrayList<>();
            packages.nativeFunction().ifPresent(variants::add);
            packages.jvmFunction().ifPresent(variants::add);
            packages.archivedFunction(database).ifPresent(variants::add);
            if (variants.isEmpty()) {
                throw new IllegalStateException("there is no package to measure");
            }
            Variant.Function product = (Variant.Function) variants.get(0);
            ReportStatement statement = database.capture(() -> product.start(database));
            packages.yardstick(statement).ifPresent(variants::add);

            Map<Variant, List<ColdStart>> starts = measure(variants, database, Integer.getInteger("rounds"));
            WarmPath warm = WarmPath.measure(product, statement, database);
            Path literal = directory.resolve("report-pgbench.sql");
            Files.writeString(literal, statement.literal() + ";\n");
            new Results(starts, warm, Throughput.measure(database, literal)).write(directory);
        }
    }

    private static Map<Variant, List<ColdStart>> measure(
            List<Variant> variants, ColdStartDatabase database, int rounds) {
        Map<Variant, List<ColdStart>> starts = new LinkedHashMap<>();
        variants.forEach(variant -> starts.put(variant, new ArrayList<>()));
        // One more, first: it warms the caches of the system, and does not count.
        for (int round = 0; round <= rounds; round++) {
            database.forgetLog();
            for (Variant variant : variants) {
                ColdStart start = variant.start(database);
                if (round > 0) {
                    starts.get(variant).add(start);
                }
            }
            System.out.print("\rround " + round + " of " + rounds);
        }
        System.out.println();
        return starts;
    }
}

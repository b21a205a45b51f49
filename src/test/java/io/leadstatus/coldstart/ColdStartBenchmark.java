package io.leadstatus.coldstart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures every variant that is there in turn, round by round, so that what else the machine does hits all alike. */
final class ColdStartBenchmark {
    private static final int WARM_UP = 100;
    private static final int WARM_ROUNDS = 300;

    private ColdStartBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        // Else the runtime API would wait before it sends the second part of an answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Path target = Path.of("target");
        Path directory = Files.createDirectories(target.resolve("cold-start"));
        byte[] event = Files.readAllBytes(Path.of("infra", "events", "report-basic.json"));
        try (ColdStartDatabase database = ColdStartDatabase.start(directory)) {
            List<Variant> variants = new ArrayList<>();
            Packages packages = new Packages(target, directory, event);
            Optional<Variant.Function> nativeFunction = packages.nativeFunction();
            nativeFunction.ifPresent(variants::add);
            packages.jvmFunction().ifPresent(variants::add);
            packages.archivedFunction(database).ifPresent(variants::add);
            ReportStatement statement = database.capture(() -> variants.get(0).start(database));
            Files.writeString(
                    directory.resolve("report-pgbench.sql"), statement.literal().replace('\n', ' ') + ";\n");
            packages.yardstick(statement).ifPresent(variants::add);

            Results results =
                    new Results(measure(variants, database, Integer.getInteger("rounds")), new LinkedHashMap<>());
            if (nativeFunction.isPresent()) {
                measureWarm(nativeFunction.get(), statement, database, event, results.warm());
            }
            results.write(directory);
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

    /** Events of a function that has answered some, and the bare statement on a connection that has run some, in turn. */
    private static void measureWarm(
            Variant.Function function,
            ReportStatement report,
            ColdStartDatabase database,
            byte[] event,
            Map<String, List<Double>> warm)
            throws SQLException {
        List<Double> events = new ArrayList<>();
        List<Double> statements = new ArrayList<>();
        try (FunctionProcess process = function.process(database);
                Connection connection = database.connect();
                PreparedStatement statement = report.prepare(connection)) {
            process.firstAnswer();
            for (int round = -WARM_UP; round < WARM_ROUNDS; round++) {
                long started = System.nanoTime();
                process.answer(event);
                long answered = System.nanoTime();
                ReportStatement.rows(statement);
                long read = System.nanoTime();
                if (round >= 0) {
                    events.add((answered - started) / 1e6);
                    statements.add((read - answered) / 1e6);
                }
            }
        }
        warm.put("event", events);
        warm.put("statement", statements);
    }
}

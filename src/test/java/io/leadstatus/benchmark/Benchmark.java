package io.leadstatus.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Run by the Maven profile {@code benchmark}; the README has the commands. */
final class Benchmark {
    private static final Path RESULTS = Path.of("target", "benchmark");

    private final String which = System.getProperty("benchmark");
    private final int rounds = Integer.getInteger("rounds");
    private final int budget = Integer.getInteger("budget");
    private final List<OrganizationSize> sizes = OrganizationSize.listOf(System.getProperty("size"));
    private final BenchmarkDatabase database;

    private Benchmark(BenchmarkDatabase database) {
        this.database = database;
    }

    public static void main(String[] arguments) throws Exception {
        // Figures are written alike everywhere.
        Locale.setDefault(Locale.ROOT);
        String given = System.getProperty("database");
        boolean writes = List.of("write", "import").contains(System.getProperty("benchmark"));
        try (BenchmarkDatabase database = writes ? BenchmarkDatabase.toWrite(given) : BenchmarkDatabase.toRead(given)) {
            System.out.println("database: " + database.url());
            new Benchmark(database).run();
        }
    }

    private void run() throws Exception {
        if (which.equals("import")) {
            new ImportBenchmark(database).run();
            return;
        }
        OrganizationGenerator.load(database, sizes);
        try (Connection connection = database.connect()) {
            List<BenchmarkedOrganization> organizations = new ArrayList<>();
            for (OrganizationSize size : sizes) {
                organizations.add(new BenchmarkedOrganization(connection, size));
            }
            if (which.equals("scale")) {
                new ScaleBenchmark(organizations, connection).run(rounds, budget, RESULTS);
                return;
            }
            for (BenchmarkedOrganization organization : organizations) {
                run(organization, connection);
            }
        }
    }

    private void run(BenchmarkedOrganization organization, Connection connection) throws Exception {
        Path results = RESULTS.resolve(which + "-" + organization.size().label() + ".json");
        switch (which) {
            case "search" -> new SearchBenchmark(organization, connection).run(rounds, budget, results);
            case "report" -> new ReportBenchmark(organization, connection).run(rounds, budget, results);
            case "write" -> new WriteBenchmark(database, organization, connection).run(rounds, RESULTS);
            case "none" -> {
                System.out.println("Loaded. The database runs until this process is ended.");
                Thread.currentThread().join();
            }
            default ->
                throw new IllegalArgumentException(
                        "benchmark: scale, search, report, write, import or none, not " + which);
        }
    }
}

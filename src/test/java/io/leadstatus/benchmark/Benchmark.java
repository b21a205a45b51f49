package io.leadstatus.benchmark;

import java.nio.file.Path;
import java.sql.Connection;

/** Run by the Maven profile {@code benchmark}; the README has the commands. */
final class Benchmark {

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        String which = System.getProperty("benchmark");
        int rounds = Integer.getInteger("rounds");
        OrganizationSize size = OrganizationSize.of(System.getProperty("size"));
        try (BenchmarkDatabase database = BenchmarkDatabase.open(System.getProperty("database"));
                Connection connection = database.connect()) {
            System.out.println("database: " + database.url());
            OrganizationGenerator.load(connection, size);
            BenchmarkedOrganization organization = new BenchmarkedOrganization(connection, size);
            Path results = Path.of("target", "benchmark", which + "-" + size + ".json");
            switch (which) {
                case "search" -> new SearchBenchmark(organization, connection).run(rounds, results);
                case "report" -> new ReportBenchmark(organization, connection).run(rounds, results);
                case "none" -> {
                    System.out.println("Loaded. The database runs until this process is ended.");
                    Thread.currentThread().join();
                }
                default -> throw new IllegalArgumentException("benchmark: search, report or none, not " + which);
            }
        }
    }
}

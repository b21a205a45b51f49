package io.leadstatus.benchmark;

import java.nio.file.Path;
import java.sql.Connection;

/** Run by the Maven profile {@code benchmark}; the README has the commands. */
final class Benchmark {

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        String which = System.getProperty("benchmark");
        OrganizationSize size = OrganizationSize.of(System.getProperty("size"));
        try (BenchmarkDatabase database = BenchmarkDatabase.open(System.getProperty("database"));
                Connection connection = database.connect()) {
            System.out.println("database: " + database.url());
            OrganizationGenerator.load(connection, size);
            switch (which) {
                case "search" ->
                    new SearchBenchmark(new BenchmarkedOrganization(connection, size), connection)
                            .run(Path.of("target", "benchmark", "search-" + size + ".json"));
                case "none" -> {
                    System.out.println("Loaded. The database runs until this process is ended.");
                    Thread.currentThread().join();
                }
                default -> throw new IllegalArgumentException("benchmark: search or none, not " + which);
            }
        }
    }
}

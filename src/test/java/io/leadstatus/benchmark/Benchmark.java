package io.leadstatus.benchmark;

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
            if (which.equals("none")) {
                System.out.println("Loaded. The database runs until this process is ended.");
                Thread.currentThread().join();
            }
        }
    }
}

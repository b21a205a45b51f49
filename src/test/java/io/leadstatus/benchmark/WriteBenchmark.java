package io.leadstatus.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.leadstatus.benchmark.StatusWriters.Rate;

/**
 * How many changes of status a second one organization takes from one writer and from many: with all that the service
 * derives from them, and into plain tables beside.
 */
final class WriteBenchmark {
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final List<Integer> WRITERS = List.of(1, 8);
    private static final String OURS = "public";
    private static final PlainHistory PLAIN = new PlainHistory("benchmark_plain", true);
    private static final PlainHistory BARE = new PlainHistory("benchmark_bare", false);
    private static final List<String> SCHEMAS = List.of(OURS, PLAIN.schema(), BARE.schema());

    private final BenchmarkDatabase database;
    private final BenchmarkedOrganization organization;
    private final Connection connection;
    private final Map<Load, List<Rate>> rates = new LinkedHashMap<>();

    WriteBenchmark(BenchmarkDatabase database, BenchmarkedOrganization organization, Connection connection) {
        this.database = database;
        this.organization = organization;
        this.connection = connection;
    }

    private record Load(String schema, int writers, boolean waitsForDisk) {}

    /** @throws IllegalStateException if the derived data is not right afterwards */
    void run(int rounds, Path directory) throws Exception {
        PLAIN.create(connection);
        BARE.create(connection);
        BoundStatement.of("vacuum analyze").run(connection);
        try (StatusWriters writers = new StatusWriters(database, organization, WRITERS.get(WRITERS.size() - 1))) {
            // One more, first: it warms up, and does not count.
            for (int round = 0; round <= rounds; round++) {
                measure(writers, round > 0);
                System.out.printf("round %d of %d%n", round, rounds);
            }
        }
        verify();
        write(directory);
    }

    private void measure(StatusWriters writers, boolean counts) throws Exception {
        for (boolean waitsForDisk : List.of(true, false)) {
            for (int count : WRITERS) {
                for (String schema : SCHEMAS) {
                    Rate rate = writers.write(schema, count, waitsForDisk, TURN);
                    if (counts) {
                        rates.computeIfAbsent(new Load(schema, count, waitsForDisk), load -> new ArrayList<>())
                                .add(rate);
                    }
                }
            }
        }
    }

    private void verify() throws SQLException {
        List<String> wrong = BoundStatement.of(
                        "select * from verify_lead_history(?)",
                        organization.size().organization())
                .rows(connection);
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("derived data is wrong after the writes: " + wrong.get(0));
        }
        System.out.println("verified: all derived data is right");
    }

    private void write(Path directory) throws IOException {
        String table = table();
        System.out.println(table);
        Files.writeString(directory.resolve("write.md"), table);
        List<Map<String, Object>> all = new ArrayList<>();
        rates.forEach((load, measured) -> all.add(Map.of("load", load, "rates", measured)));
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(directory.resolve("write.json").toFile(), all);
        System.out.println("the table and every measurement: " + directory.resolve("write.{md,json}"));
    }

    private String table() {
        StringBuilder table = new StringBuilder("""
                | writers | a change is done when | changes a second | plain tables | times the cost | without what searches need, too | times the cost | writers waiting for a lock |
                |--:|---|--:|--:|--:|--:|--:|--:|
                """);
        for (boolean waitsForDisk : List.of(true, false)) {
            for (int writers : WRITERS) {
                double ours = perSecond(OURS, writers, waitsForDisk);
                double plain = perSecond(PLAIN.schema(), writers, waitsForDisk);
                double bare = perSecond(BARE.schema(), writers, waitsForDisk);
                table.append("| %d | %s | %,.0f | %,.0f | %.2f | %,.0f | %.2f | %.1f %% |%n"
                        .formatted(
                                writers,
                                waitsForDisk ? "it is on disk" : "it is in memory",
                                ours,
                                plain,
                                plain / ours,
                                bare,
                                bare / ours,
                                100 * median(new Load(OURS, writers, waitsForDisk), Rate::waiting)));
            }
        }
        return table.toString();
    }

    private double perSecond(String schema, int writers, boolean waitsForDisk) {
        return median(new Load(schema, writers, waitsForDisk), Rate::perSecond);
    }

    private double median(Load load, ToDoubleFunction<Rate> figure) {
        return Median.of(rates.get(load).stream().map(figure::applyAsDouble).toList());
    }
}

package io.leadstatus.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadstatus.benchmark.RepresentativeFilters.Filter;

/**
 * What a report costs as organizations and periods grow: beside the same by hand, and beside the least that can be asked
 * of the period's events and of a database at all.
 */
final class ScaleBenchmark {
    static final String NOTHING = "select 1";

    private final List<BenchmarkedOrganization> organizations;
    private final Connection connection;

    /** @param organizations from small to large */
    ScaleBenchmark(List<BenchmarkedOrganization> organizations, Connection connection) {
        this.organizations = organizations;
        this.connection = connection;
    }

    /** @param filter null for all leads */
    record Measured(OrganizationSize size, ScalePeriod period, Segment filter, Comparison comparison) {}

    void run(int rounds, int budget, Path directory) throws SQLException, IOException {
        EventFloor.prepare(connection);
        List<Measured> ofAll = new ArrayList<>();
        List<Measured> ofSome = new ArrayList<>();
        for (BenchmarkedOrganization organization : organizations) {
            for (ScalePeriod period : ScalePeriod.chosen()) {
                ofAll.add(ofAll(organization, period));
            }
            for (Segment filter : Boolean.getBoolean("filters") ? Segment.values() : new Segment[0]) {
                ofSome.add(ofSome(organization, ScalePeriod.MONTH, filter));
                ofSome.add(ofSome(organization, ScalePeriod.YEAR, filter));
            }
        }
        List<EqualActivity> growth = EqualActivity.of(organizations, connection);
        List<Comparison> comparisons = Stream.of(
                        ofAll.stream().map(Measured::comparison),
                        ofSome.stream().map(Measured::comparison),
                        growth.stream().flatMap(each -> each.comparisons().stream()))
                .flatMap(each -> each)
                .toList();
        Comparison.measure(comparisons, rounds, budget, connection);

        ComparisonResults.write(comparisons, directory.resolve("scale.json"));
        String tables = new ScaleTables(ofAll, ofSome, growth).markdown();
        System.out.println(tables);
        Files.writeString(directory.resolve("scale.md"), tables);
        Files.writeString(directory.resolve("scale.svg"), new ScalePlot(ofAll).svg());
        System.out.println("the tables and the plot: " + directory.resolve("scale.{md,svg}"));
    }

    private Measured ofAll(BenchmarkedOrganization organization, ScalePeriod period) throws SQLException {
        Instant start = period.start(organization);
        Instant end = ScalePeriod.end(organization);
        Comparison comparison = ReportComparison.ofAllLeads(question(organization, period), organization, start, end)
                .beside(EventFloor.NAME, EventFloor.contender(organization, start, end))
                .beside(NOTHING, new Contender(BoundStatement.of("select 1")));
        EventFloor.requireIndexOnly(comparison, connection);
        requireNoTableRead(comparison);
        return new Measured(organization.size(), period, null, comparison);
    }

    /** @throws IllegalStateException if ours reads leads, or events without their index */
    private void requireNoTableRead(Comparison comparison) throws SQLException {
        JsonNode plan = comparison.contender(Comparison.OURS).plan(connection);
        for (JsonNode scan : plan.findParents("Relation Name")) {
            String table = scan.path("Relation Name").asText();
            boolean isEvents = table.equals("lead_status_event");
            boolean isIndexOnly = scan.path("Node Type").asText().equals("Index Only Scan");
            if (table.equals("lead") || isEvents && !isIndexOnly) {
                throw new IllegalStateException(
                        "%s: reads the table %s:%n%s".formatted(comparison.question(), table, plan.toPrettyString()));
            }
        }
    }

    private Measured ofSome(BenchmarkedOrganization organization, ScalePeriod period, Segment filter) {
        Comparison comparison = ReportComparison.ofLeads(
                question(organization, period) + ", " + filter.share(),
                organization,
                new Filter(
                        "custom.%s:\"%s\"".formatted(Segment.FIELD, filter.label()),
                        "document -> 'custom' @> '{\"%s\": \"%s\"}'".formatted(Segment.FIELD, filter.label())),
                period.start(organization),
                ScalePeriod.end(organization));
        return new Measured(organization.size(), period, filter, comparison);
    }

    private static String question(BenchmarkedOrganization organization, ScalePeriod period) {
        return organization.size().label() + ", " + period.label();
    }
}

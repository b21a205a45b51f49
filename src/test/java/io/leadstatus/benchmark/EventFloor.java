package io.leadstatus.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The least that can be asked of a period's events: how many there are, by an index of the organization and the time
 * that is the benchmark's own and serves what is written by hand too.
 */
final class EventFloor {
    static final String NAME = "floor";

    private static final String INDEX = "benchmark_event_by_time";
    private static final Set<String> INDEX_ONLY = Set.of("Aggregate", "Gather", "Gather Merge", "Index Only Scan");

    private EventFloor() {}

    static void prepare(Connection connection) throws SQLException {
        BoundStatement.of(
                        "create index if not exists " + INDEX + " on lead_status_event (organization_id, occurred_at)")
                .run(connection);
        // An index alone answers where a vacuum has seen every page.
        BoundStatement.of("vacuum analyze lead_status_event").run(connection);
    }

    /** Where the period is most of the table, the planner would read the table. */
    static Contender contender(BenchmarkedOrganization organization, Instant start, Instant end) {
        return new Contender(statement(organization, start, end), List.of("enable_seqscan = off"));
    }

    /** @param start null for all before the end */
    static BoundStatement statement(BenchmarkedOrganization organization, Instant start, Instant end) {
        return BoundStatement.of(
                """
                select count(*)
                from lead_status_event
                where organization_id = %d
                  and occurred_at >= timestamptz '%s' and occurred_at < timestamptz '%s'
                """.formatted(organization.number(), start == null ? "-infinity" : start, end.plusSeconds(1)));
    }

    /** @throws IllegalStateException if anything but the index is read */
    static void requireIndexOnly(Comparison comparison, Connection connection) throws SQLException {
        JsonNode plan = comparison.contender(NAME).plan(connection);
        List<String> nodes = plan.findValuesAsText("Node Type");
        nodes.add(plan.path("Node Type").asText());
        List<String> indexes = plan.findValuesAsText("Index Name");
        if (!INDEX_ONLY.containsAll(nodes) || !indexes.equals(List.of(INDEX))) {
            throw new IllegalStateException(
                    "%s: no index-only scan of %s:%n%s".formatted(comparison.question(), INDEX, plan.toPrettyString()));
        }
    }
}

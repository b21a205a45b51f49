package io.leadstatus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.search.SqlPredicate;
import io.leadstatus.testing.ServiceTest;

/** How PostgreSQL reads what a report costs: of all leads from the covering index, of some leads each of them once. */
@ServiceTest
class ReportPlanTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    EntityManager entityManager;

    @ParameterizedTest
    @CsvSource({
        "2014-03-05T08:17:29Z, 2014-03-05T09:17:29Z",
        "2014-03-05T08:17:29Z, 2014-03-06T08:17:29Z",
        "2014-01-01T08:17:29Z, 2014-05-31T08:17:29Z",
        "2010-01-01T08:17:29Z, 2020-01-01T08:17:29Z",
        ", 2020-01-01T08:17:29Z",
        ", ",
    })
    void aReportReadsEventsFromTheCoveringIndexAndNoLeads(Instant start, Instant end) {
        List<JsonNode> nodes = plan(start, end);

        assertThat(nodes.stream().filter(node -> tableOf(node).equals("lead_status_event")))
                .isNotEmpty()
                .allSatisfy(node -> {
                    assertThat(node.get("Node Type").asText()).isEqualTo("Index Only Scan");
                    assertThat(node.get("Index Name").asText()).isEqualTo("lead_status_event_by_age");
                    assertThat(node.get("Index Cond").asText()).contains("organization_id", "age_class", "occurred_at");
                });
        assertThat(nodes.stream().map(ReportPlanTest::tableOf).toList())
                .contains("lead_status_ledger", "lead_move_ledger")
                .doesNotContain("lead");
    }

    @Test
    void aReportOfAllThatTheOrganizationDidReadsHardlyAnyOfIt() {
        List<JsonNode> nodes = plan(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2030-01-01T00:00:00Z"));

        long read = nodes.stream()
                .filter(node -> tableOf(node).equals("lead_status_event"))
                .mapToLong(node -> node.get("Actual Rows").asLong()
                        * node.get("Actual Loops").asLong())
                .sum();
        Number events = (Number) entityManager
                .createNativeQuery("select count(*) from lead_status_event where organization_id = ?1")
                .setParameter(1, organization())
                .getSingleResult();
        assertThat(read).isZero();
        assertThat(events.longValue()).isGreaterThan(50_000);
    }

    /** All leads, of which PostgreSQL expects all, and a few. */
    @ParameterizedTest
    @ValueSource(strings = {"lead.status_number > 0", "lead.document ->> 'nothing' is null"})
    void aReportOfManyLeadsLooksThemUpWithLittleMemory(String condition) {
        SqlPredicate all = new SqlPredicate(condition, List.of());
        Period period = new Period(Instant.parse("2014-05-01T00:00:00Z"), Instant.parse("2014-05-31T00:00:00Z"));

        List<JsonNode> nodes =
                plan("64kB", FiguresOfSomeLeads.statement(all), FiguresOfSomeLeads.parameters(all, period));

        assertThat(nodes.stream().filter(node -> node.path("CTE Name").asText().equals("matching")))
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.get("Actual Loops").asLong())
                        .as("times that all leads are read")
                        .isLessThanOrEqualTo(1));
    }

    private List<JsonNode> plan(Instant start, Instant end) {
        return plan("4MB", FiguresOfAllLeads.STATEMENT, FiguresOfAllLeads.parameters(new Period(start, end)));
    }

    private List<JsonNode> plan(String memory, String statement, Map<String, Object> parameters) {
        return QuarkusTransaction.requiringNew().call(() -> {
            entityManager
                    .createNativeQuery("select set_config('work_mem', ?1, true)")
                    .setParameter(1, memory)
                    .getSingleResult();
            Query explain = entityManager.createNativeQuery("explain (analyze, timing off, format json) " + statement);
            explain.setParameter("organization", organization());
            parameters.forEach(explain::setParameter);
            return nodes(read(String.valueOf(explain.getSingleResult())).get(0).get("Plan"))
                    .toList();
        });
    }

    private int organization() {
        return (int) entityManager
                .createNativeQuery("select organization_number('orga_demo')")
                .getSingleResult();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private static Stream<JsonNode> nodes(JsonNode node) {
        return Stream.concat(
                Stream.of(node),
                StreamSupport.stream(node.path("Plans").spliterator(), false).flatMap(ReportPlanTest::nodes));
    }

    private static String tableOf(JsonNode node) {
        return node.path("Relation Name").asText();
    }
}

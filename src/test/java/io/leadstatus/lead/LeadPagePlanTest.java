package io.leadstatus.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import io.leadstatus.api.FieldSelection;
import io.leadstatus.search.SearchPlan;
import io.leadstatus.testing.ServiceTest;

/** How PostgreSQL finds a page far behind the first one, over the demo organizations. */
@ServiceTest
class LeadPagePlanTest {
    @Inject
    EntityManager entityManager;

    @Inject
    DataSource database;

    @Test
    void skippedLeadsAreNotRead() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze lead");
        }
        for (String parameters : List.of("id", "id,contacts")) {
            String plan = QuarkusTransaction.requiringNew().call(() -> {
                List<?> lines = statement("explain "
                                + LeadPageStatement.of(SearchPlan.EVERYTHING, FieldSelection.of(List.of(parameters))))
                        .getResultList();
                return lines.stream().map(String::valueOf).collect(Collectors.joining("\n"));
            });
            assertThat(plan).contains("Index Only Scan using lead_by_creation").doesNotContain("Seq Scan on lead ");
        }
    }

    private Query statement(String sql) {
        var query = entityManager
                .createNativeQuery(sql)
                .setParameter("organization", 1)
                .setParameter("limit", 100)
                .setParameter("skip", 40_000)
                .setParameter("largest", ShownLead.LARGEST);
        return sql.contains(":fields") ? query.setParameter("fields", "contacts") : query;
    }
}

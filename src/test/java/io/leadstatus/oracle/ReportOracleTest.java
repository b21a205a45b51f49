package io.leadstatus.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import io.leadstatus.lead.LeadHistory;
import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/**
 * The service answers what a brute-force reading of the raw events says, in every figure, over random histories of two
 * organizations at a time and random periods; and of some of the reports every query is asked too. {@code -Dhistories=100000} runs more of them, {@code -Dseed=…} the same
 * again.
 */
@ServiceTest
class ReportOracleTest {
    private static final int HISTORIES = Integer.getInteger("histories", 1_000);
    private static final int REPORTS_PER_ORGANIZATION = 3;

    @Inject
    LeadHistory history;

    @Inject
    EntityManager entityManager;

    @Test
    void everyFigureEqualsTheBruteForceReading() {
        long firstSeed = Long.getLong("seed", System.nanoTime());
        for (int i = 0; i < histories(); i++) {
            long seed = firstSeed + i;
            try {
                compare(new Random(seed));
            } catch (Throwable failure) {
                throw new AssertionError("repeat with -Dseed=" + seed + " -Dhistories=1", failure);
            }
            if ((i + 1) % 100 == 0) {
                System.out.printf("oracle: %,d of %,d histories, first seed %d%n", i + 1, histories(), firstSeed);
            }
        }
    }

    /** How many to compare. */
    int histories() {
        return HISTORIES;
    }

    private void compare(Random random) {
        List<RandomOrganization> organizations = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < 2; i++) {
                String id = (String) select("select create_organization('random')");
                entityManager
                        .createNativeQuery("delete from lead_status where organization_id = organization_number(?1)")
                        .setParameter(1, id)
                        .executeUpdate();
                keys.add((String) select("select create_api_key(?1, 'test')", id));
                organizations.add(new RandomOrganization(id, history, random));
            }
            for (int steps = random.nextInt(60); steps > 0; steps--) {
                organizations.get(random.nextInt(2)).step();
            }
        });
        for (int i = 0; i < 2; i++) {
            RandomOrganization organization = organizations.get(i);
            assertThat(history.verify(organization.id)).isEmpty();
            if (random.nextInt(10) == 0) {
                assertThat(history.rebuild(organization.id)).isZero();
            }
            for (int j = 0; j < REPORTS_PER_ORGANIZATION; j++) {
                Map<String, String> parameters = new TreeMap<>();
                RandomFilter filter = filter(organization, parameters, random);
                RandomBounds bounds = RandomBounds.near(organization.moments, random);
                parameters.putAll(bounds.parameters());
                JsonNode answer = Service.report(organization.id, keys.get(i), parameters, bounds.offset());
                compare(organization, filter, bounds, answer);
                if (j == 0 && random.nextInt(10) == 0) {
                    new ReportLaw(keys.get(i), bounds.offset()).holdsFor(answer);
                }
            }
        }
    }

    /** A filter, put into the parameters in one of the ways to ask for it. */
    private RandomFilter filter(RandomOrganization organization, Map<String, String> parameters, Random random) {
        if (organization.raw.statuses.isEmpty() || random.nextInt(3) == 0) {
            return new RandomFilter("", lead -> true);
        }
        RandomFilter filter = RandomFilter.of(organization, random);
        switch (random.nextInt(3)) {
            case 0 -> parameters.put("query", filter.text());
            case 1 -> parameters.put("smart_view_id", save(filter, organization));
            default -> parameters.put("query", "in:" + save(filter, organization) + " sort:-created slice:1/2");
        }
        return filter;
    }

    /** @return the id of the smart view that holds the filter */
    private String save(RandomFilter filter, RandomOrganization organization) {
        return QuarkusTransaction.requiringNew().call(() -> (String) select("""
                insert into smart_view (organization_id, public_id, name, query)
                values (organization_number(?1), random_id('save'), 'random', ?2)
                returning public_id
                """, organization.id, filter.text()));
    }

    private static void compare(
            RandomOrganization organization, RandomFilter filter, RandomBounds bounds, JsonNode answer) {
        BruteForceReport expected =
                new BruteForceReport(organization.raw.only(filter.leads()), bounds.start(), bounds.end());
        AnsweredReport actual = new AnsweredReport(answer);
        String description = bounds + " " + filter;
        assertThat(actual.overview()).as(description).isEqualTo(expected.overview());
        assertThat(actual.transitions()).as(description).isEqualTo(expected.transitions());
        assertThat(actual.summary()).as(description).isEqualTo(expected.summary());
    }

    private Object select(String sql, Object... parameters) {
        var query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.getSingleResult();
    }
}

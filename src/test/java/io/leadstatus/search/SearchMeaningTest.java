package io.leadstatus.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random searches of random leads find in SQL what a plain reading of the contract finds, and nothing of another
 * organization, whose leads differ in nothing but their past.
 */
class SearchMeaningTest {
    private static final int LEADS = 400;
    private static final int SEARCHES = 4_000;
    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("UTC"), ZoneId.of("America/Los_Angeles"), ZoneId.of("+05:30"));

    private static final long SEED = Long.getLong("seed", new Random().nextInt(1_000_000));
    private static SearchDatabase database;
    private static int organization;

    @BeforeAll
    static void fill() {
        System.out.println("Seed of the random searches: -Dseed=" + SEED);
        database = new SearchDatabase();
        for (String id : List.of("orga_a", "orga_b")) {
            int number = database.organization(id);
            organization = id.equals("orga_a") ? number : organization;
            RandomLeads.prepare(database, id);
        }
        Random random = new Random(SEED);
        new RandomLeads(random).fill(database, "orga_a", "lead_", LEADS);
        shadowLeads();
        database.execute("select delete_lead_status('orga_a', 'stat_3')");
        database.execute("analyze");
    }

    /** Leads of another organization with the same numbers, statuses and documents but another past. */
    private static void shadowLeads() {
        database.execute("""
                insert into lead (organization_id, lead_id, public_id, status_number, created_at, updated_at, document)
                select organization.organization_id, lead_id, 'lead_b' || lead_id, 5, '2020-01-02Z', updated_at, document
                from lead, organization
                where organization.public_id = 'orga_b'
                """);
        database.execute("""
                insert into lead_status_event (organization_id, lead_id, occurred_at, from_status, to_status)
                select lead.organization_id, lead_id, occurred_at, from_status, to_status
                from lead join organization using (organization_id),
                     (values (timestamptz '2020-01-02Z', null, 1), ('2020-01-24 10:00Z', 1, 5))
                         as event (occurred_at, from_status, to_status)
                where organization.public_id = 'orga_b'
                """);
        database.execute(
                "select derive_lead_history(organization_id, null) from organization where public_id = 'orga_b'");
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @Test
    void findsWhatThePlainReadingFinds() {
        Random random = new Random(SEED);
        RandomSearches searches = new RandomSearches(random);
        List<SearchedLead> leads = database.leads(organization);
        List<SearchStatus> statuses = database.statuses(organization);
        int telling = 0;
        for (int i = 0; i < SEARCHES; i++) {
            ZoneId zone = ZONES.get(i % ZONES.size());
            SearchContext context =
                    new SearchContext(organization, () -> zone, RandomLeads.NOW, statuses, SearchMeaningTest::view);
            Expression expression = searches.next(random.nextInt(4));
            Set<String> found = database.find(expression, context);
            BruteForceSearch bruteForce = new BruteForceSearch(context);
            Set<String> expected = leads.stream()
                    .filter(lead -> bruteForce.finds(expression, lead))
                    .map(SearchedLead::id)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(found)
                    .as("seed %d, search %d: %s in %s", SEED, i, ExpressionPrinter.print(expression), zone)
                    .isEqualTo(expected);
            telling += expected.isEmpty() || expected.size() == LEADS ? 0 : 1;
        }
        assertThat(telling).as("searches that find some leads and not all").isGreaterThan(SEARCHES / 2);
    }

    private static Optional<SmartViewResolver.Resolved> view(String nameOrId) {
        Expression web = Expression.clause("custom.Lead Source", Operator.EQUAL, "web");
        Expression nested = Expression.allOf(
                Expression.clause("in", Operator.EQUAL, "save_1"),
                Expression.clause("contacts", Operator.GREATER, "0"));
        return Optional.ofNullable(
                        Map.of("save_1", web, "Mine", web, "save_2", nested).get(nameOrId))
                .map(query -> new SmartViewResolver.Resolved(nameOrId.equals("Mine") ? "save_1" : nameOrId, query));
    }
}

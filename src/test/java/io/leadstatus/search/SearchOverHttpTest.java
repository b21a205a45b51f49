package io.leadstatus.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** Random searches, written down and asked over HTTP: the leads, and how many, that a plain reading of the contract finds. */
@ServiceTest
class SearchOverHttpTest {
    private static final int LEADS = 300;
    private static final int SEARCHES = 200;
    private static final String ORGANIZATION = "orga_searched";
    private static final String WEB = "\"custom.Lead Source\":web";

    @Inject
    DataSource dataSource;

    @Test
    void findsWhatThePlainReadingFinds() throws Exception {
        long seed = Long.getLong("seed", new Random().nextInt(1_000_000));
        System.out.println("Seed of the random searches over HTTP: -Dseed=" + seed);
        Random random = new Random(seed);
        try (SearchDatabase database = new SearchDatabase(dataSource.getConnection())) {
            String key = fill(database, random);
            int organization = Integer.parseInt(database.one("select organization_number(?)", ORGANIZATION));
            SearchContext context = new SearchContext(
                    organization,
                    () -> ZoneId.of("America/Los_Angeles"),
                    Instant.now(),
                    database.statuses(organization),
                    SearchOverHttpTest::view);
            List<SearchedLead> leads = database.leads(organization);
            RandomSearches searches = new RandomSearches(random);
            for (int i = 0; i < SEARCHES; i++) {
                Expression expression = searches.next(random.nextInt(4));
                BruteForceSearch bruteForce = new BruteForceSearch(context);
                Set<String> expected = leads.stream()
                        .filter(lead -> bruteForce.finds(expression, lead))
                        .map(SearchedLead::id)
                        .collect(Collectors.toCollection(TreeSet::new));
                String query = ExpressionPrinter.print(expression);
                assertThat(found(query, expected.size(), key))
                        .as("seed %d, search %d: %s", seed, i, query)
                        .isEqualTo(expected);
            }
        }
    }

    private static String fill(SearchDatabase database, Random random) {
        database.organization(ORGANIZATION);
        RandomLeads.prepare(database, ORGANIZATION);
        new RandomLeads(random).fill(database, ORGANIZATION, "lead_", LEADS);
        database.one("select create_smart_view(?, 'Mine', ?, 'save_1')", ORGANIZATION, WEB + " sort:created slice:1/2");
        database.one("select create_smart_view(?, 'Nested', 'in:save_1 contacts > 0', 'save_2')", ORGANIZATION);
        return database.one("select create_api_key(?, 'test')", ORGANIZATION);
    }

    private static Set<String> found(String query, int number, String key) {
        String path = "/api/v1/lead/?_fields=id&_limit=200&timezone=America/Los_Angeles&query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8);
        Set<String> found = new TreeSet<>();
        JsonNode page;
        do {
            page = Service.get(path + "&_skip=" + found.size(), key, null);
            assertThat(page.get("total_results").asInt()).as(query).isEqualTo(number);
            page.get("data").forEach(lead -> found.add(lead.get("id").asText()));
        } while (page.get("has_more").asBoolean());
        return found;
    }

    private static Optional<SmartViewResolver.Resolved> view(String nameOrId) {
        String query = nameOrId.equals("save_2") ? "(" + WEB + ") contacts > 0" : WEB;
        return Optional.of(new SmartViewResolver.Resolved(
                nameOrId, SearchParser.parse(query).expression()));
    }
}

package io.leadstatus.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

/** No document of a lead makes the database fail, whatever stands in it where something else is expected. */
class SearchOfOddDocumentsTest {
    private static final List<Object> ODD = List.of(
            "",
            "text",
            12,
            -1.5,
            true,
            List.of(),
            List.of(1, "x", List.of(List.of("y")), Map.of()),
            Map.of(),
            Map.of("email", "x", "value", "many", "date", "2020-13-45", "status_type", List.of("won")));

    @Test
    void oddDocumentsAreNoErrorWhateverIsAskedOfThem() throws Exception {
        try (SearchDatabase database = new SearchDatabase()) {
            int organization = database.organization("orga_odd");
            database.status("orga_odd", "stat_1", "Potential");
            List<Map<String, Object>> documents = documents();
            for (int i = 0; i < documents.size(); i++) {
                database.lead("orga_odd", "lead_" + i, "stat_1", RandomLeads.NOW, documents.get(i));
            }
            SearchContext everyView = new SearchContext(
                    organization,
                    () -> ZoneOffset.UTC,
                    RandomLeads.NOW,
                    database.statuses(organization),
                    name -> Optional.of(new SmartViewResolver.Resolved(name, new Expression.Everything())));
            RandomSearches searches = new RandomSearches(new Random(7));
            for (int i = 0; i < 500; i++) {
                Expression expression = searches.next(2);
                Set<String> found = database.find(expression, everyView);
                Set<String> others = database.find(Expression.not(expression), everyView);
                Set<String> all = new TreeSet<>(found);
                all.addAll(others);
                assertThat(found).noneMatch(others::contains);
                assertThat(all).as(expression.toString()).hasSize(documents.size());
            }
        }
    }

    private static List<Map<String, Object>> documents() {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Object value : ODD) {
            for (String key :
                    List.of("name", "contacts", "addresses", "opportunities", "tasks", "custom", "custom.cf_1")) {
                documents.add(Map.of(key, value));
                documents.add(Map.of(key, List.of(value)));
            }
            documents.add(Map.of(
                    "contacts",
                    List.of(Map.of("emails", value, "phones", value, "name", value)),
                    "opportunities",
                    List.of(Map.of("value", value, "date_created", value)),
                    "custom",
                    Map.of("Seats", value, "Lead Source", value)));
        }
        return documents;
    }
}

package io.leadstatus.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is too long or too much for the index of words is found all the same, and nothing else. */
class SearchOfLargeLeadsTest {
    private static final String NOTES = "call back tomorrow ".repeat(400) + "finally";
    private static final String LONG_NAME = "How did you hear of us before you came to our booth, ".repeat(10);
    private static final String ANSWER =
            "a friend who had seen you at the festival in Munster some time last year and was quite taken";
    private static final String DIGITS = "1234567890".repeat(5);

    private static SearchDatabase database;
    private static SearchContext context;

    @BeforeAll
    static void fill() {
        database = new SearchDatabase();
        int organization = database.organization("orga_a");
        database.status("orga_a", "stat_1", "Potential");
        lead("lead_large", Map.of("custom", Map.of("Notes", NOTES, "Source", "Web")));
        lead("lead_small", Map.of("custom", Map.of("Source", "Web")));
        lead("lead_other", Map.of("custom", Map.of("Source", "Fair", "Source of web", "none", "Notes", "web")));
        lead("lead_name", Map.of("custom", Map.of(LONG_NAME, "radio", LONG_NAME + "?", "friends")));
        lead("lead_answer", Map.of("custom", Map.of("Source", List.of("Trade Show", ANSWER, ANSWER + " with you"))));
        lead(
                "lead_novel",
                Map.of("description", "chapter ".repeat(30_000), "custom", Map.of("Source", ANSWER + " by you")));
        lead(
                "lead_phone",
                Map.of("contacts", List.of(Map.of("phones", List.of(Map.of("phone", "+1" + DIGITS + "7"))))));
        context = database.context(organization);
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            custom.Source:web                    | lead_large lead_small
            custom.Source:"web"                  | lead_large lead_small
            custom.Source:fair                   | lead_other
            custom.Source:of                     |
            custom.Notes:final                   | lead_large
            custom.Notes:"tomorrow finally"      | lead_large
            custom.Notes:"finally tomorrow"      |
            custom.Notes:web                     | lead_other
            custom.Source:"trade show"           | lead_answer
            custom.Source:"trade sho"            |
            custom.Source:show                   | lead_answer
            custom.Source:sho                    | lead_answer
            custom.Source:"show trade"           |
            custom.Source:"seen you"             | lead_answer lead_novel
            custom.Source:"quite taken"          | lead_answer lead_novel
            custom.Source:"taken with you"       | lead_answer
            custom.Source:"taken with yo"        |
            custom.Source:"show a friend"        |
            custom.Sourc:web                     |
            custom.Source:"of web none"          |
            not custom.Source:web                | lead_answer lead_name lead_novel lead_other lead_phone
            phone:4155550100                     |
            """)
    void isFound(String query, String leads) {
        assertThat(find(query)).isEqualTo(leads == null ? "" : leads);
    }

    @Test
    void namesOfFieldsMayBeLongerThanTheIndexHolds() {
        assertThat(find("\"custom." + LONG_NAME + "\":radio")).isEqualTo("lead_name");
        assertThat(find("\"custom." + LONG_NAME + "\":friends")).isEmpty();
    }

    @Test
    void digitsOfPhonesMayBeMoreThanTheIndexHolds() {
        assertThat(find("phone:" + DIGITS + "7")).isEqualTo("lead_phone");
        assertThat(find("phone:" + DIGITS + "8")).isEmpty();
        assertThat(find("phone:" + DIGITS.substring(0, 30))).isEqualTo("lead_phone");
        assertThat(find("phone:+" + DIGITS.substring(0, 30))).isEmpty();
        assertThat(find("phone:+1" + DIGITS.substring(0, 25))).isEqualTo("lead_phone");
    }

    @Test
    void aSearchOfAMonstrousLeadAndWithMonstrousWordsWorks() {
        String huge = "word".repeat(300) + " end " + "unique" + "x y z ".repeat(100_000);
        int organization = database.organization("orga_huge");
        database.status("orga_huge", "stat_1", "Potential");
        database.lead("orga_huge", "lead_huge", "stat_1", RandomLeads.NOW, Map.of("description", huge));

        Expression words = Expression.clause("description", Operator.EQUAL, "word".repeat(300) + " end");

        assertThat(database.find(words, database.context(organization))).containsExactly("lead_huge");
    }

    private static void lead(String id, Map<String, Object> document) {
        database.lead("orga_a", id, "stat_1", Instant.parse("2020-01-01T00:00:00Z"), document);
    }

    private static String find(String query) {
        ParsedSearch parsed = SearchParser.parse(query);
        SqlPredicate filter = SearchTranslator.translate(parsed.expression(), context, parsed.positions()::of)
                .filter();
        return String.join(" ", database.find(context.organization(), filter));
    }
}

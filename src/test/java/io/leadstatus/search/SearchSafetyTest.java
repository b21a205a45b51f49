package io.leadstatus.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.leadstatus.search.Expression.Clause;
import io.leadstatus.search.Expression.FreeText;
import io.leadstatus.search.Expression.OneOf;
import io.leadstatus.search.Expression.SubQuery;

/** No text of a query and no document of a lead makes the database fail, or do something else than search. */
class SearchSafetyTest {
    private static final List<String> NASTY = List.of(
            "%",
            "_",
            "%%%",
            "\\",
            "\\\\",
            "'",
            "''",
            "\"",
            "' or '1'='1",
            "') or (true",
            "\"} or",
            "$1",
            "$$",
            "?",
            "??",
            ":name",
            "::text",
            "--",
            "/*",
            "*/",
            ";",
            "; drop table lead; --",
            "\0",
            "zz\0",
            "\ud800",
            "zz\udc00",
            "zz\ud800zz",
            "{}",
            "{1,2}",
            "[*]",
            "$.*",
            "$[*]",
            "'zz':*",
            "zz & !zz",
            "!zz",
            "<->",
            "(zz|",
            "|",
            "&",
            "\n",
            "\t",
            " ",
            "\u00a0",
            "\u200b",
            "\uffff",
            "\ufffe",
            "🚀",
            "zz🚀",
            "z".repeat(100_000),
            "zz ".repeat(5_000),
            "9".repeat(400),
            "1e400",
            "NaN",
            "Infinity",
            "-",
            "+",
            "0000-00-00",
            "99999-01-01",
            "999999 years ago",
            "99999999999 days ago",
            "0/0",
            "null",
            "zz@",
            "@",
            "@@");

    private static SearchDatabase database;
    private static int organization;
    private static SearchContext context;

    @BeforeAll
    static void fill() {
        database = new SearchDatabase();
        organization = database.organization("orga_a");
        database.status("orga_a", "stat_1", "Potential");
        database.lead("orga_a", "lead_plain", "stat_1", Instant.parse("2020-01-01T00:00:00Z"), Map.of("name", "Acme"));
        context = database.context(organization);
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @Test
    void nastyTextsFindNothingOrAreRefused() {
        for (String nasty : NASTY) {
            for (Expression expression : everyPlaceOf(nasty)) {
                assertThat(find(expression)).as(expression.toString()).isIn(Set.of(), Set.of("refused"));
                assertThat(find(Expression.not(expression)))
                        .as("not " + expression)
                        .isIn(Set.of("lead_plain"), Set.of("refused"));
            }
        }
    }

    private static List<Expression> everyPlaceOf(String text) {
        List<Expression> places =
                new ArrayList<>(legal(() -> new FreeText(Value.quoted(text)), () -> new FreeText(Value.word(text))));
        Set<String> keywords = new LinkedHashSet<>(LeadFields.TABLE.keywords());
        keywords.addAll(List.of("custom.Seats", "custom.cf_1", "custom." + text, "custom.cf_" + text, "in", text));
        for (String keyword : keywords) {
            places.addAll(clauses(keyword, text));
        }
        Scope.LEAD.subQueries().forEach((keyword, type) -> {
            List<String> fields =
                    new ArrayList<>(List.of(text, "custom." + text, "on", "date", "old_status", "new_status"));
            if (type instanceof RelatedThing thing) {
                fields.addAll(thing.scope().keywords());
            }
            fields.forEach(field ->
                    clauses(field, text).forEach(clause -> places.addAll(legal(() -> new SubQuery(keyword, clause)))));
        });
        return places;
    }

    private static List<Expression> clauses(String keyword, String text) {
        return legal(
                () -> new Clause(keyword, Operator.EQUAL, Value.quoted(text)),
                () -> new Clause(keyword, Operator.EQUAL, Value.word(text)),
                () -> new Clause(keyword, Operator.GREATER, Value.quoted(text)),
                () -> new OneOf(keyword, List.of(Value.quoted(text))),
                () -> new OneOf(keyword, List.of(Value.quoted(text), Value.word(text))));
    }

    /** What the expressions' constructors do not refuse by themselves. */
    @SafeVarargs
    private static List<Expression> legal(Supplier<Expression>... expressions) {
        List<Expression> legal = new ArrayList<>();
        for (Supplier<Expression> expression : expressions) {
            try {
                legal.add(expression.get());
            } catch (IllegalArgumentException refused) {
                // Cannot be written, so nobody can ask it.
            }
        }
        return legal;
    }

    private static Set<String> find(Expression expression) {
        try {
            return database.find(
                    organization,
                    SearchTranslator.translate(expression, context, node -> 0).filter());
        } catch (SearchException e) {
            assertThat(e.getMessage()).isNotBlank();
            return Set.of("refused");
        }
    }

    @Test
    void oddDocumentsAreNoErrorWhateverIsAskedOfThem() {
        database.organization("orga_odd");
        database.status("orga_odd", "stat_1", "Potential");
        List<Object> odd = List.of(
                "",
                "text",
                12,
                -1.5,
                true,
                List.of(),
                List.of(1, "x", List.of(List.of("y")), Map.of()),
                Map.of(),
                Map.of("email", "x", "value", "many", "date", "2020-13-45", "status_type", List.of("won")));
        int number = Integer.parseInt(
                database.one("select organization_id from organization where public_id = ?", "orga_odd"));
        int count = 0;
        for (Object value : odd) {
            for (String key :
                    List.of("name", "contacts", "addresses", "opportunities", "tasks", "custom", "custom.cf_1")) {
                database.lead("orga_odd", "lead_" + count++, "stat_1", RandomLeads.NOW, Map.of(key, value));
                database.lead("orga_odd", "lead_" + count++, "stat_1", RandomLeads.NOW, Map.of(key, List.of(value)));
                database.lead(
                        "orga_odd",
                        "lead_" + count++,
                        "stat_1",
                        RandomLeads.NOW,
                        Map.of(
                                "contacts",
                                List.of(Map.of("emails", value, "phones", value, "name", value)),
                                "opportunities",
                                List.of(Map.of("value", value, "date_created", value)),
                                "custom",
                                Map.of("Seats", value, "Lead Source", value)));
            }
        }
        RandomSearches searches = new RandomSearches(new Random(7));
        SearchContext everyView = new SearchContext(
                number,
                () -> ZoneOffset.UTC,
                RandomLeads.NOW,
                context.statuses(),
                name -> Optional.of(new SmartViewResolver.Resolved(name, new Expression.Everything())));
        for (int i = 0; i < 500; i++) {
            Expression expression = searches.next(2);
            Set<String> found = database.find(
                    number,
                    SearchTranslator.translate(expression, everyView, node -> 0).filter());
            Set<String> others = database.find(
                    number,
                    SearchTranslator.translate(Expression.not(expression), everyView, node -> 0)
                            .filter());
            Set<String> all = new TreeSet<>(found);
            all.addAll(others);
            assertThat(found).noneMatch(others::contains);
            assertThat(all).as(expression.toString()).hasSize(count);
        }
    }

    @Test
    void javaAndSqlFoldEveryCharacterAlike() {
        StringBuilder differing = new StringBuilder();
        for (int block = 1; block < 0x20000; block += 0x100) {
            StringBuilder text = new StringBuilder();
            for (int character = block; character < block + 0x100; character++) {
                if (Character.isDefined(character) && (character < 0xD800 || character > 0xDFFF)) {
                    text.append("a ").appendCodePoint(character).append("b ");
                }
            }
            String sql = database.one("select search_text(?)", text.toString());
            String java = SearchText.of(Value.quoted(text.toString())).whole();
            if (!sql.equals(java)) {
                differing.append(String.format("%x ", block));
            }
        }
        assertThat(differing.toString()).as("blocks of characters that differ").isEmpty();
    }

    @Test
    void aSearchOfAMonstrousLeadAndWithMonstrousWordsWorks() {
        String huge = "word".repeat(300) + " end " + "unique" + "x y z ".repeat(100_000);
        database.organization("orga_huge");
        database.status("orga_huge", "stat_1", "Potential");
        database.lead("orga_huge", "lead_huge", "stat_1", RandomLeads.NOW, Map.of("description", huge));
        int number = Integer.parseInt(
                database.one("select organization_id from organization where public_id = ?", "orga_huge"));
        SqlPredicate filter = SearchTranslator.translate(
                        Expression.clause("description", Operator.EQUAL, "word".repeat(300) + " end"),
                        context,
                        node -> 0)
                .filter();
        assertThat(database.find(number, filter)).containsExactly("lead_huge");
    }

    @Test
    void predicatesCountTheirParameters() {
        assertThatThrownBy(() -> SqlPredicate.of("lead.public_id = ?")).isInstanceOf(IllegalArgumentException.class);
    }
}

package io.leadstatus.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import io.leadstatus.search.Expression.Clause;
import io.leadstatus.search.Expression.FreeText;
import io.leadstatus.search.Expression.OneOf;
import io.leadstatus.search.Expression.SubQuery;

/** No value and no keyword of an expression makes the database fail, or do something else than search. */
class SearchOfHostileValuesTest {
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
    private static final Set<String> REFUSED = Set.of("refused");

    @Test
    void nastyTextsFindNothingOrAreRefused() throws Exception {
        try (SearchDatabase database = new SearchDatabase()) {
            int organization = database.organization("orga_a");
            database.status("orga_a", "stat_1", "Potential");
            database.lead(
                    "orga_a", "lead_plain", "stat_1", Instant.parse("2020-01-01T00:00:00Z"), Map.of("name", "Acme"));
            SearchContext context = database.context(organization);
            int asked = 0;
            int answered = 0;
            for (String nasty : NASTY) {
                for (Expression expression : everyPlaceOf(nasty)) {
                    Set<String> found = find(database, expression, context);
                    assertThat(found).as(expression.toString()).isIn(Set.of(), REFUSED);
                    assertThat(find(database, Expression.not(expression), context))
                            .as("not " + expression)
                            .isIn(Set.of("lead_plain"), REFUSED);
                    asked++;
                    answered += found.equals(REFUSED) ? 0 : 1;
                }
            }
            assertThat(answered).as("answered of " + asked).isGreaterThan(asked / 3);
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

    private static Set<String> find(SearchDatabase database, Expression expression, SearchContext context) {
        try {
            return database.find(expression, context);
        } catch (SearchException e) {
            assertThat(e.getMessage()).isNotBlank();
            return REFUSED;
        }
    }
}

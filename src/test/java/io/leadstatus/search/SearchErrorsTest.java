package io.leadstatus.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.leadstatus.search.Expression.Clause;
import io.leadstatus.search.Expression.Everything;
import io.leadstatus.search.Expression.FreeText;
import io.leadstatus.search.Expression.OneOf;
import io.leadstatus.search.Expression.SubQuery;

/** What a query may not ask, where it is told so, and what it is told. */
class SearchErrorsTest {
    private static final SmartViewResolver NO_VIEWS = name -> Optional.empty();

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            statsu              | :  | x           | Unknown keyword "statsu". Did you mean status?
            nmae                | :  | x           | Did you mean name?
            contcat             | :  | x           | Did you mean contact
            linkedin_company    | :  | x           | Unknown keyword "linkedin_company". Custom fields are written custom.NAME.
            calls               | :  | 0           | "calls" asks for what is not held here
            Called              | :  | never       | "called" asks for what is not held here
            email_opened        | :  | yes         | not held here
            last_call           | <= | 30 days ago | not held here
            sms_messages        | >  | 0           | not held here
            note                | :  | important   | not held here
            has                 | :  | calls       | not held here
            has                 | :  | wings       | has takes one of contacts
            created             | >= | soon        | created takes a date such as
            created             | :  | 2014-02-30  | created takes a date such as
            created             | :  | 2014-01-01T25:00 | created takes a date such as
            created             | <  | never       | Use created:never.
            created             | >  | *           | Use created:* or created:"".
            contacts            | >  | many        | contacts takes a number such as
            opportunity_value   | >= | 2014-01-01  | opportunity_value takes a number such as
            custom.Seats        | >  | many        | custom.Seats takes a number such as
            name                | >  | a           | name takes : and in (…), not >.
            status              | <= | Potential   | status takes : and in (…), not <=.
            lead_status_change  | :  | x           | lead_status_change takes conditions in parentheses.
            opportunity_user    | :  | me          | there is no "me"
            in                  | :  | Nothing     | There is no such smart view.
            sort                | :  | wings       | Cannot sort by "wings".
            sort                | <  | created     | sort takes :, not <.
            sort                | :  | custom.     | Use one of addresses, company, contacts, created, custom.NAME, date_created,
            slice               | :  | 6/5         | slice takes a part such as 1/5
            slice               | :  | 0/5         | slice takes a part such as 1/5
            """)
    void saysWhatIsWrongWithAClause(String keyword, String operator, String value, String message) {
        Operator meant = List.of(Operator.values()).stream()
                .filter(each -> each.symbol().equals(operator))
                .findFirst()
                .orElseThrow();
        assertRefused(new Clause(keyword, meant, Value.word(value)), message);
    }

    @Test
    void saysWhatIsWrongWithASubQuery() {
        Expression on = Expression.clause("on", Operator.EQUAL, "2014-01-01");
        Expression status = Expression.clause("status", Operator.EQUAL, "Potential");
        assertRefused(new SubQuery("call", new Everything()), "not held here");
        assertRefused(new SubQuery("email", new Everything()), "not held here");
        assertRefused(new SubQuery("name", new Everything()), "name takes a value");
        assertRefused(new SubQuery("lead_staus", status), "Did you mean lead_status?");
        assertRefused(new SubQuery("lead_status", Expression.allOf(status, on, on)), "on: stands there once");
        assertRefused(new SubQuery("lead_status", Expression.anyOf(status, on)), "on: stands directly");
        assertRefused(
                new SubQuery("lead_status", new FreeText(Value.word("x"))),
                "takes lead_status, lead_status_id, on, status, status_id, not a text.");
        assertRefused(
                new SubQuery("lead_status_change", status), "Unknown keyword \"status\" in lead_status_change(…)");
        assertRefused(
                new SubQuery("contact", new SubQuery("sequence_subscription", new Everything())), "not held here");
        assertRefused(new OneOf("contacts", List.of(Value.word("1"), Value.word("x"))), "contacts takes a number");
        assertRefused(
                Expression.not(Expression.clause("sort", Operator.EQUAL, "created")),
                "sort: belongs to the whole query");
    }

    @Test
    void pointsAtTheClauseThatIsWrong() {
        Clause right = new Clause("name", Operator.EQUAL, Value.word("x"));
        Clause wrong = new Clause("nmae", Operator.EQUAL, Value.word("x"));
        assertThatThrownBy(() -> SearchTranslator.translate(
                        Expression.allOf(right, Expression.not(wrong)),
                        context(NO_VIEWS),
                        node -> node == wrong ? 17 : 3))
                .isInstanceOfSatisfying(
                        SearchException.class, e -> assertThat(e.position()).isEqualTo(17));
    }

    @Test
    void refusesSmartViewsThatContainThemselvesOrTooMany() {
        Map<String, Expression> views = Map.of(
                "save_1",
                in("save_2"),
                "save_2",
                in("save_1"),
                "save_3",
                Expression.clause("calls", Operator.EQUAL, "0"));
        SmartViewResolver resolver =
                name -> Optional.ofNullable(views.get(name)).map(query -> new SmartViewResolver.Resolved(name, query));
        assertRefused(in("save_1"), resolver, "The smart view contains itself.");
        assertRefused(in("save_3"), resolver, "in:\"save_3\": \"calls\" asks for what is not held here");
        SmartViewResolver endless = name -> Optional.of(new SmartViewResolver.Resolved(name, in(name + "x")));
        assertRefused(in("a"), endless, "too deeply or too often");
        SmartViewResolver doubling = name -> Optional.of(new SmartViewResolver.Resolved(
                name, name.length() > 8 ? new Everything() : Expression.allOf(in(name + "x"), in(name + "y"))));
        assertRefused(in("a"), doubling, "too deeply or too often");
    }

    @Test
    void takesSortAndSliceFromTheTopLevel() {
        SearchPlan plan = SearchTranslator.translate(
                Expression.allOf(
                        new Clause("sort", Operator.EQUAL, Value.word("-contacts,created")),
                        new Everything(),
                        new Clause("slice", Operator.EQUAL, Value.word("2/5"))),
                context(NO_VIEWS),
                node -> 0);
        assertThat(plan.filter()).isEqualTo(SqlPredicate.ALWAYS);
        assertThat(plan.sort()).extracting(SortKey::isDescending).containsExactly(true, false);
        assertThat(plan.sort().get(1).sql()).isEqualTo("lead.created_at");
        assertThat(plan.slice()).isEqualTo(new Slice(2, 5));
    }

    @Test
    void refusesKeysThatAreNone() {
        assertRefused(Expression.clause("sort", Operator.EQUAL, "created,"), "Cannot sort by \"\".");
        assertRefused(Expression.clause("sort", Operator.EQUAL, "-,created"), "Cannot sort by \"-\".");
        assertRefused(Expression.clause("sort", Operator.EQUAL, "--created"), "Cannot sort by \"--created\".");
    }

    @Test
    void refusesKeysWithoutEnd() {
        assertRefused(
                new Clause("sort", Operator.EQUAL, Value.word("created" + ",created".repeat(2_000))),
                "sort: takes fewer keys.");
    }

    @Test
    void refusesMoreValuesThanAStatementTakes() {
        List<Value> values = IntStream.range(0, 30_000)
                .mapToObj(i -> Value.quoted("lead_" + i))
                .toList();
        assertRefused(new OneOf("id", values), "The query is too long.");
    }

    private static Expression in(String view) {
        return Expression.clause("in", Operator.EQUAL, view);
    }

    private static void assertRefused(Expression expression, String message) {
        assertRefused(expression, NO_VIEWS, message);
    }

    private static void assertRefused(Expression expression, SmartViewResolver views, String message) {
        assertThatThrownBy(() -> SearchTranslator.translate(expression, context(views), node -> 0))
                .isInstanceOf(SearchException.class)
                .hasMessageContaining(message);
    }

    private static SearchContext context(SmartViewResolver views) {
        return new SearchContext(1, () -> ZoneOffset.UTC, RandomLeads.NOW, List.of(), views);
    }
}

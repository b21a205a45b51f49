package io.leadstatus.search;

import static io.leadstatus.search.Expression.allOf;
import static io.leadstatus.search.Expression.anyOf;
import static io.leadstatus.search.Expression.not;
import static io.leadstatus.search.Operator.EQUAL;
import static io.leadstatus.search.Operator.GREATER_OR_EQUAL;
import static io.leadstatus.search.SearchFixture.search;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.search.Expression.And;
import io.leadstatus.search.Expression.Clause;
import io.leadstatus.search.Expression.Everything;
import io.leadstatus.search.Expression.FreeText;
import io.leadstatus.search.Expression.OneOf;
import io.leadstatus.search.Expression.Or;
import io.leadstatus.search.Expression.SubQuery;

/** Which expressions there are, and which of them a text means. */
class ExpressionTest {
    private static final Expression A = new FreeText(Value.word("a"));
    private static final Expression B = new FreeText(Value.quoted("b"));

    @Test
    void texts() {
        search("*").is(new Everything());
        search("a").is(A);
        search("\"b\"").is(B);
        search("a or not a \"b\"").is(anyOf(A, allOf(not(A), B)));
        search("not (a or \"b\")").is(not(anyOf(A, B)));
        search("a (\"b\")").is(new SubQuery("a", B));
        search("(a) (\"b\" a)").is(new And(List.of(A, B, A)));
    }

    @Test
    void clauses() {
        search("status = x").is(new Clause("status", EQUAL, Value.word("x")));
        search("\"custom.Lead \\\"x\\\"\":\"y\\\\\"").is(new Clause("custom.Lead \"x\"", EQUAL, Value.quoted("y\\")));
        search("created>=30  days ago a")
                .is(allOf(new Clause("created", GREATER_OR_EQUAL, Value.word("30 days ago")), A));
        search("a in (b, \"c d\", 3 days ago)")
                .is(new OneOf("a", List.of(Value.word("b"), Value.quoted("c d"), Value.word("3 days ago"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "and",
                "NOT",
                "or",
                "in",
                "*",
                "a:b",
                "a,b",
                "(a",
                "a)",
                "\"a",
                "/",
                "a<b",
                "3 days ago",
                "a\u0000",
                "\ud800"
            })
    void aBareTextIsOneWordThatMeansNothingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new FreeText(Value.word(text)));
        assertThatIllegalArgumentException().isThrownBy(() -> new SubQuery(text, A));
    }

    @Test
    void nothingEmptyIsLookedFor() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FreeText(Value.quoted(" ")));
        assertThatIllegalArgumentException().isThrownBy(() -> Expression.clause(" ", EQUAL, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new OneOf("a", List.of()));
    }

    @Test
    void listedValuesHaveCommasInQuotesOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OneOf("a", List.of(Value.word("b,c"))));
        search("a in (\"b,c\")").is(new OneOf("a", List.of(Value.quoted("b,c"))));
    }

    @Test
    void conjunctionsAndDisjunctionsAreFlatAndHaveTwoOperandsOrMore() {
        assertThatIllegalArgumentException().isThrownBy(() -> new And(List.of(A)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Or(List.of(A)));
        assertThatIllegalArgumentException().isThrownBy(() -> new And(List.of(A, allOf(A, B))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Or(List.of(A, anyOf(A, B))));
    }
}

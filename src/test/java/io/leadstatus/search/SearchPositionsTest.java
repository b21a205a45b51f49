package io.leadstatus.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.leadstatus.search.Expression.And;
import io.leadstatus.search.Expression.Clause;
import io.leadstatus.search.Expression.Not;
import io.leadstatus.search.Expression.OneOf;
import io.leadstatus.search.Expression.SubQuery;

class SearchPositionsTest {
    @Test
    void everyPartKnowsWhereItStood() {
        ParsedSearch search = SearchParser.parse("  a : \"b\" (not contact(c:d)) e in (f, \"g\") \"h\" *");
        Positions positions = search.positions();
        And all = (And) search.expression();
        Clause clause = (Clause) all.operands().get(0);
        Not negation = (Not) all.operands().get(1);
        SubQuery contact = (SubQuery) negation.operand();
        OneOf list = (OneOf) all.operands().get(2);

        assertThat(positions.of(all)).isEqualTo(2);
        assertThat(positions.of(clause)).isEqualTo(2);
        assertThat(positions.of(clause.value())).isEqualTo(6);
        assertThat(positions.of(negation)).isEqualTo(11);
        assertThat(positions.of(contact)).isEqualTo(15);
        assertThat(positions.of(contact.condition())).isEqualTo(23);
        assertThat(positions.of(list)).isEqualTo(29);
        assertThat(positions.of(list.values().get(1))).isEqualTo(38);
        assertThat(positions.of(all.operands().get(3))).isEqualTo(43);
        assertThat(positions.of(all.operands().get(4))).isEqualTo(47);
    }

    @Test
    void theSameConditionTwiceHasTwoPositions() {
        ParsedSearch search = SearchParser.parse("a:b or a:b");
        Expression.Or either = (Expression.Or) search.expression();

        assertThat(either.operands().get(0)).isEqualTo(either.operands().get(1));
        assertThat(search.positions().of(either.operands().get(0))).isZero();
        assertThat(search.positions().of(either.operands().get(1))).isEqualTo(7);
    }

    @Test
    void positionsCountCharactersNotUtf16Units() {
        ParsedSearch search = SearchParser.parse("😀 a:b");
        assertThat(search.positions().of(((And) search.expression()).operands().get(1)))
                .isEqualTo(2);
    }

    @Test
    void whatWasNotReadFromTheTextStandsAtItsBeginning() {
        assertThat(SearchParser.parse("a").positions().of(new Expression.Everything()))
                .isZero();
    }
}

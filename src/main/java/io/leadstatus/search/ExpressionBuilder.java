package io.leadstatus.search;

import java.util.List;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

import io.leadstatus.search.Expression.Clause;
import io.leadstatus.search.Expression.Everything;
import io.leadstatus.search.Expression.FreeText;
import io.leadstatus.search.Expression.OneOf;
import io.leadstatus.search.Expression.SubQuery;
import io.leadstatus.search.SearchGrammarParser.ClauseContext;
import io.leadstatus.search.SearchGrammarParser.ConjunctionContext;
import io.leadstatus.search.SearchGrammarParser.DisjunctionContext;
import io.leadstatus.search.SearchGrammarParser.EverythingContext;
import io.leadstatus.search.SearchGrammarParser.FreeTextContext;
import io.leadstatus.search.SearchGrammarParser.GroupContext;
import io.leadstatus.search.SearchGrammarParser.KeywordContext;
import io.leadstatus.search.SearchGrammarParser.NegationContext;
import io.leadstatus.search.SearchGrammarParser.OneOfContext;
import io.leadstatus.search.SearchGrammarParser.SearchContext;
import io.leadstatus.search.SearchGrammarParser.SubQueryContext;
import io.leadstatus.search.SearchGrammarParser.ValueContext;

/** Turns what the parser has recognized into an expression, and notes where each part of it stood. */
final class ExpressionBuilder extends SearchGrammarBaseVisitor<Expression> {
    /** Conditions and listed values together, each of which costs the database something. */
    static final int MAXIMUM_TERMS = 2_000;

    private final Positions positions = new Positions();
    private int terms;

    ParsedSearch build(SearchContext search) {
        return new ParsedSearch(visit(search.disjunction()), positions);
    }

    @Override
    public Expression visitDisjunction(DisjunctionContext context) {
        return at(context, Expression.anyOf(visitAll(context.conjunction())));
    }

    @Override
    public Expression visitConjunction(ConjunctionContext context) {
        return at(context, Expression.allOf(visitAll(context.condition())));
    }

    @Override
    public Expression visitNegation(NegationContext context) {
        return at(context, Expression.not(visit(context.condition())));
    }

    @Override
    public Expression visitGroup(GroupContext context) {
        return visit(context.disjunction());
    }

    @Override
    public Expression visitSubQuery(SubQueryContext context) {
        countTerm(context.start);
        return at(context, new SubQuery(context.SUB_QUERY().getText(), visit(context.disjunction())));
    }

    @Override
    public Expression visitClause(ClauseContext context) {
        countTerm(context.start);
        Operator operator = Operator.of(context.OPERATOR().getText());
        return at(context, new Clause(keyword(context.keyword()), operator, value(context.value())));
    }

    @Override
    public Expression visitOneOf(OneOfContext context) {
        context.value().forEach(value -> countTerm(value.start));
        List<Value> values = context.value().stream().map(this::value).toList();
        return at(context, new OneOf(keyword(context.keyword()), values));
    }

    @Override
    public Expression visitFreeText(FreeTextContext context) {
        countTerm(context.start);
        Value value = value(context.start);
        if (value.text().isBlank()) {
            throw new SearchException(
                    context.start.getStartIndex(), Expectation.describe(context.start), "expected a text to look for");
        }
        return at(context, new FreeText(value));
    }

    @Override
    public Expression visitEverything(EverythingContext context) {
        countTerm(context.start);
        return at(context, new Everything());
    }

    private Expression[] visitAll(List<? extends ParserRuleContext> contexts) {
        return contexts.stream().map(this::visit).toArray(Expression[]::new);
    }

    private static String keyword(KeywordContext context) {
        if (context.STRING() == null) {
            return context.getText();
        }
        String keyword = unquote(context.getText());
        if (keyword.isBlank()) {
            throw new SearchException(
                    context.start.getStartIndex(),
                    Expectation.describe(context.start),
                    "expected a keyword such as \"custom.Industry\"");
        }
        return keyword;
    }

    private Value value(ValueContext context) {
        return value(context.start);
    }

    private Value value(Token token) {
        Value value = token.getType() == SearchGrammarLexer.STRING
                ? Value.quoted(unquote(token.getText()))
                : Value.word(token.getText());
        return positions.put(value, token.getStartIndex());
    }

    private void countTerm(Token token) {
        if (++terms > MAXIMUM_TERMS) {
            throw new SearchException(
                    token.getStartIndex(),
                    Expectation.describe(token),
                    "expected at most " + MAXIMUM_TERMS + " conditions and listed values");
        }
    }

    private <T extends Expression> T at(ParserRuleContext context, T expression) {
        return positions.put(expression, context.start.getStartIndex());
    }

    private static String unquote(String quoted) {
        StringBuilder text = new StringBuilder(quoted.length());
        for (int index = 1; index < quoted.length() - 1; index++) {
            if (quoted.charAt(index) == '\\') {
                index++;
            }
            text.append(quoted.charAt(index));
        }
        return text.toString();
    }
}

package io.leadstatus.search;

import java.util.function.ToIntFunction;

/** The meaning of a query: translates it to SQL. */
public final class SearchTranslator {
    /** PostgreSQL's protocol takes 65,535; a caller adds some of its own. */
    private static final int MOST_PARAMETERS = 20_000;

    private SearchTranslator() {}

    /**
     * @param positions where in the query's text an expression begins, for errors
     * @throws SearchException if it asks for what does not exist or does not fit together
     */
    public static SearchPlan translate(
            Expression expression, SearchContext context, ToIntFunction<Expression> positions) {
        ExpressionTranslator translator = new ExpressionTranslator(context, positions, new NestedViews(context));
        SqlPredicate filter = translator.translateAll(Directives.filters(expression), Scope.LEAD);
        if (filter.parameters().size() > MOST_PARAMETERS) {
            throw translator.wrong(expression, "The query is too long.");
        }
        return new SearchPlan(
                filter, Directives.sort(expression, translator), Directives.slice(expression, translator));
    }
}

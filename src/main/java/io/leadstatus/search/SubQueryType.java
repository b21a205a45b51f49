package io.leadstatus.search;

import io.leadstatus.search.Expression.SubQuery;

/** What a sub-query asks for: something related to the lead for which all of its condition holds. */
@FunctionalInterface
interface SubQueryType {
    SqlPredicate translate(SubQuery subQuery, ExpressionTranslator translator);
}

package io.leadstatus.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

import io.leadstatus.search.Expression.And;
import io.leadstatus.search.Expression.Clause;
import io.leadstatus.search.Expression.Everything;
import io.leadstatus.search.Expression.FreeText;
import io.leadstatus.search.Expression.Not;
import io.leadstatus.search.Expression.OneOf;
import io.leadstatus.search.Expression.Or;
import io.leadstatus.search.Expression.SubQuery;

/** Translates the expressions of one query to SQL. */
final class ExpressionTranslator {
    private final SearchContext context;
    private final ToIntFunction<Expression> positions;
    private final NestedViews nestedViews;

    ExpressionTranslator(SearchContext context, ToIntFunction<Expression> positions, NestedViews nestedViews) {
        this.context = context;
        this.positions = positions;
        this.nestedViews = nestedViews;
    }

    SqlPredicate translate(Expression expression, Scope scope) {
        if (expression instanceof And and) {
            return translateAll(and.operands(), scope);
        } else if (expression instanceof Or or) {
            return translateAny(or.operands(), scope);
        } else if (expression instanceof Not not) {
            return translate(not.operand(), scope).not();
        } else if (expression instanceof Everything) {
            return SqlPredicate.ALWAYS;
        } else if (expression instanceof FreeText freeText) {
            return freeText(freeText, scope);
        } else if (expression instanceof Clause clause) {
            return compareAny(List.of(comparison(clause)), scope);
        } else if (expression instanceof OneOf oneOf) {
            return compareAny(
                    oneOf.values().stream()
                            .map(value -> new Comparison(oneOf.keyword(), Operator.EQUAL, value, positionOf(oneOf)))
                            .toList(),
                    scope);
        }
        return subQuery((SubQuery) expression, scope);
    }

    /** Values for the same keyword are compared at once, as if they stood in {@code in (…)}. */
    private SqlPredicate translateAny(List<Expression> operands, Scope scope) {
        Map<String, List<Comparison>> byKeyword = new LinkedHashMap<>();
        List<SqlPredicate> predicates = new ArrayList<>();
        for (Expression operand : operands) {
            if (operand instanceof Clause clause) {
                byKeyword
                        .computeIfAbsent(clause.keyword(), keyword -> new ArrayList<>())
                        .add(comparison(clause));
            } else {
                predicates.add(translate(operand, scope));
            }
        }
        byKeyword.values().forEach(comparisons -> predicates.add(compareAny(comparisons, scope)));
        return SqlPredicate.anyOf(predicates);
    }

    SqlPredicate translateAll(List<Expression> expressions, Scope scope) {
        return SqlPredicate.allOf(
                expressions.stream().map(operand -> translate(operand, scope)).toList());
    }

    /** The date of a clause that can only be an equality with one. */
    DateRange dateOf(Clause clause) {
        Comparison comparison = comparison(clause);
        if (!comparison.isEquality()) {
            throw comparison.refused(
                    clause.keyword() + " takes :, not " + clause.operator().symbol() + ".");
        }
        return DateType.parse(comparison, context);
    }

    SearchContext context() {
        return context;
    }

    SearchException wrong(Expression expression, String message) {
        return new SearchException(positionOf(expression), message);
    }

    private int positionOf(Expression expression) {
        return positions.applyAsInt(expression);
    }

    private SqlPredicate freeText(FreeText freeText, Scope scope) {
        if (scope.freeText() == null) {
            throw wrong(freeText, scope.name() + " takes " + String.join(", ", scope.keywords()) + ", not a text.");
        }
        Comparison comparison = new Comparison("text", Operator.EQUAL, freeText.value(), positionOf(freeText));
        requireText(comparison);
        return comparison.asksForAny() ? SqlPredicate.ALWAYS : scope.freeText().matches(comparison, context);
    }

    /** Whether one of the comparisons, all of the same keyword, holds. */
    private SqlPredicate compareAny(List<Comparison> comparisons, Scope scope) {
        comparisons.forEach(ExpressionTranslator::requireText);
        Comparison first = comparisons.get(0);
        if (scope == Scope.LEAD && first.keyword().equalsIgnoreCase(NestedViews.KEYWORD)) {
            return SqlPredicate.anyOf(
                    comparisons.stream().map(nestedViews::translate).toList());
        }
        return scope.fields()
                .find(first.keyword())
                .orElseThrow(() -> first.refused(Keywords.refusal(first.keyword(), scope, false)))
                .compareAny(comparisons, context);
    }

    private Comparison comparison(Clause clause) {
        return new Comparison(clause.keyword(), clause.operator(), clause.value(), positionOf(clause));
    }

    private SqlPredicate subQuery(SubQuery subQuery, Scope scope) {
        SubQueryType type = scope.subQueries().get(subQuery.keyword().toLowerCase(Locale.ROOT));
        if (type == null) {
            throw wrong(subQuery, Keywords.refusal(subQuery.keyword(), scope, true));
        }
        return type.translate(subQuery, this);
    }

    /** PostgreSQL has no text with a NUL or with half a character, so no lead can hold it. */
    private static void requireText(Comparison comparison) {
        String all = comparison.keyword() + ' ' + comparison.text();
        if (all.indexOf('\0') >= 0
                || all.codePoints().anyMatch(character -> character >= 0xD800 && character <= 0xDFFF)) {
            throw comparison.refused("The query holds a character that no text can hold.");
        }
    }
}

package io.leadstatus.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.leadstatus.search.Expression.And;
import io.leadstatus.search.Expression.Clause;

/** {@code sort:} and {@code slice:}: clauses that say nothing about which leads are found, on the top level only. */
final class Directives {
    static final String SORT = "sort";
    static final String SLICE = "slice";

    private static final Pattern PARTS = Pattern.compile("(\\d{1,6})/(\\d{1,6})");
    /** Of {@code sort:}. Nobody orders by more, and the database takes no columns without end. */
    private static final int MOST_KEYS = 10;

    private Directives() {}

    /** The conditions that have to hold: all of the expression but its directives. */
    static List<Expression> filters(Expression expression) {
        return topLevel(expression, operand -> !isDirective(operand));
    }

    static Expression condition(Expression expression) {
        List<Expression> filters = filters(expression);
        return filters.isEmpty() ? new Expression.Everything() : Expression.allOf(filters.toArray(Expression[]::new));
    }

    /** The expression with these keys as its only {@code sort:}. */
    static Expression sortedBy(Expression expression, String keys) {
        List<Expression> operands = new ArrayList<>(topLevel(expression, operand -> !isClauseOf(operand, SORT)));
        operands.add(Expression.clause(SORT, Operator.EQUAL, keys));
        return Expression.allOf(operands.toArray(Expression[]::new));
    }

    static List<SortKey> sort(Expression expression, ExpressionTranslator translator) {
        List<SortKey> keys = new ArrayList<>();
        for (Expression directive : topLevel(expression, operand -> isClauseOf(operand, SORT))) {
            for (String key : valueOf(directive, translator).split(",", -1)) {
                keys.addAll(sortKeys(key.strip(), directive, translator));
                if (keys.size() > MOST_KEYS) {
                    throw translator.wrong(directive, "sort: takes fewer keys.");
                }
            }
        }
        return keys;
    }

    static Slice slice(Expression expression, ExpressionTranslator translator) {
        List<Expression> slices = topLevel(expression, operand -> isClauseOf(operand, SLICE));
        if (slices.isEmpty()) {
            return Slice.WHOLE;
        }
        if (slices.size() > 1) {
            throw translator.wrong(slices.get(1), "slice: stands there once.");
        }
        Matcher parts = PARTS.matcher(valueOf(slices.get(0), translator).strip());
        if (parts.matches()) {
            int index = Integer.parseInt(parts.group(1));
            int count = Integer.parseInt(parts.group(2));
            if (index >= 1 && index <= count) {
                return new Slice(index, count);
            }
        }
        throw translator.wrong(slices.get(0), "slice takes a part such as 1/5: the first of five.");
    }

    private static List<SortKey> sortKeys(String text, Expression directive, ExpressionTranslator translator) {
        boolean isDescending = text.startsWith("-");
        List<SortKey> keys = SortFields.find(isDescending ? text.substring(1) : text, translator.context());
        if (keys.isEmpty()) {
            throw translator.wrong(
                    directive,
                    "Cannot sort by \"" + Comparison.shortened(text) + "\". Use one of "
                            + String.join(", ", SortFields.keywords()) + ".");
        }
        return isDescending ? keys.stream().map(SortKey::descending).toList() : keys;
    }

    private static String valueOf(Expression directive, ExpressionTranslator translator) {
        Clause clause = (Clause) directive;
        if (clause.operator() != Operator.EQUAL) {
            throw translator.wrong(
                    clause,
                    clause.keyword() + " takes :, not " + clause.operator().symbol() + ".");
        }
        return clause.value().text();
    }

    private static List<Expression> topLevel(Expression expression, Predicate<Expression> which) {
        List<Expression> operands = expression instanceof And and ? and.operands() : List.of(expression);
        return operands.stream().filter(which).toList();
    }

    private static boolean isDirective(Expression expression) {
        return isClauseOf(expression, SORT) || isClauseOf(expression, SLICE);
    }

    private static boolean isClauseOf(Expression expression, String keyword) {
        return expression instanceof Clause clause && clause.keyword().equalsIgnoreCase(keyword);
    }
}

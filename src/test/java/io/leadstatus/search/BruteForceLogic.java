package io.leadstatus.search;

import java.util.function.Predicate;

import io.leadstatus.search.Expression.And;
import io.leadstatus.search.Expression.Clause;
import io.leadstatus.search.Expression.Everything;
import io.leadstatus.search.Expression.Not;
import io.leadstatus.search.Expression.OneOf;
import io.leadstatus.search.Expression.Or;

/** What joins conditions, whatever they are about. */
final class BruteForceLogic {
    private BruteForceLogic() {}

    /** @param leaf whether a condition holds that has no others within, or only those of a sub-query */
    static boolean holds(Expression expression, Predicate<Expression> leaf) {
        if (expression instanceof And and) {
            return and.operands().stream().allMatch(operand -> holds(operand, leaf));
        } else if (expression instanceof Or or) {
            return or.operands().stream().anyMatch(operand -> holds(operand, leaf));
        } else if (expression instanceof Not not) {
            return !holds(not.operand(), leaf);
        } else if (expression instanceof OneOf oneOf) {
            return oneOf.values().stream()
                    .anyMatch(value -> leaf.test(new Clause(oneOf.keyword(), Operator.EQUAL, value)));
        }
        return expression instanceof Everything || leaf.test(expression);
    }
}

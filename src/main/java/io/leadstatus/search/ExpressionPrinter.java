package io.leadstatus.search;

import java.util.List;
import java.util.stream.Collectors;

import io.leadstatus.search.Expression.And;
import io.leadstatus.search.Expression.Clause;
import io.leadstatus.search.Expression.FreeText;
import io.leadstatus.search.Expression.Not;
import io.leadstatus.search.Expression.OneOf;
import io.leadstatus.search.Expression.Or;
import io.leadstatus.search.Expression.SubQuery;

/**
 * Writes an expression as Close writes it: {@code status:"Qualified"} without blanks, {@code created >= "…"} with, and
 * inside a sub-query neighbouring equalities side by side, everything else joined by {@code and}. Parsing what was
 * written gives the same expression again.
 */
public final class ExpressionPrinter {
    private final StringBuilder text = new StringBuilder();

    private ExpressionPrinter() {}

    public static String print(Expression expression) {
        ExpressionPrinter printer = new ExpressionPrinter();
        printer.append(expression, false);
        return printer.text.toString();
    }

    private void append(Expression expression, boolean inSubQuery) {
        if (expression instanceof Or or) {
            appendDisjunction(or.operands());
        } else if (expression instanceof And and) {
            appendConjunction(and.operands(), inSubQuery);
        } else if (expression instanceof Not not) {
            text.append("not ");
            appendGrouped(not.operand(), not.operand() instanceof Or || not.operand() instanceof And);
        } else if (expression instanceof SubQuery subQuery) {
            text.append(subQuery.keyword()).append('(');
            append(subQuery.condition(), true);
            text.append(')');
        } else if (expression instanceof Clause clause) {
            appendClause(clause);
        } else if (expression instanceof OneOf oneOf) {
            text.append(write(oneOf.keyword()))
                    .append(" in ")
                    .append(oneOf.values().stream()
                            .map(ExpressionPrinter::write)
                            .collect(Collectors.joining(", ", "(", ")")));
        } else if (expression instanceof FreeText freeText) {
            text.append(write(freeText.value()));
        } else {
            text.append('*');
        }
    }

    private void appendDisjunction(List<Expression> operands) {
        String separator = "";
        for (Expression operand : operands) {
            text.append(separator);
            appendGrouped(operand, operand instanceof And);
            separator = " or ";
        }
    }

    private void appendConjunction(List<Expression> operands, boolean inSubQuery) {
        Expression previous = null;
        for (Expression operand : operands) {
            if (previous != null) {
                text.append(inSubQuery && isEquality(previous) && isEquality(operand) ? " " : " and ");
            }
            appendGrouped(operand, operand instanceof Or);
            previous = operand;
        }
    }

    private void appendGrouped(Expression expression, boolean inParentheses) {
        if (inParentheses) {
            text.append('(');
        }
        append(expression, false);
        if (inParentheses) {
            text.append(')');
        }
    }

    private void appendClause(Clause clause) {
        boolean equality = isEquality(clause);
        text.append(write(clause.keyword()))
                .append(equality ? "" : " ")
                .append(clause.operator().symbol())
                .append(equality ? "" : " ")
                .append(write(clause.value()));
    }

    private static boolean isEquality(Expression expression) {
        return expression instanceof Clause clause && clause.operator() == Operator.EQUAL;
    }

    private static String write(String keyword) {
        return SearchTokens.isKeyword(keyword) ? keyword : quote(keyword);
    }

    private static String write(Value value) {
        return value.isQuoted() ? quote(value.text()) : value.text();
    }

    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

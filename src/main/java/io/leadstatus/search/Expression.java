package io.leadstatus.search;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A search expression: which leads are looked for. Immutable, and flat: no conjunction directly inside a conjunction,
 * no disjunction directly inside a disjunction.
 */
public sealed interface Expression {

    /** All operands hold. Written side by side or with {@code and}. */
    record And(List<Expression> operands) implements Expression {
        public And {
            operands = List.copyOf(operands);
            requireFlat(And.class, operands);
        }
    }

    /** At least one operand holds. */
    record Or(List<Expression> operands) implements Expression {
        public Or {
            operands = List.copyOf(operands);
            requireFlat(Or.class, operands);
        }
    }

    record Not(Expression operand) implements Expression {
        public Not {
            requireNonNull(operand, "operand");
        }
    }

    /** Every lead, written {@code *}. */
    record Everything() implements Expression {}

    /** A word or phrase that the lead's text holds. */
    record FreeText(Value value) implements Expression {
        public FreeText {
            requireNonNull(value, "value");
        }
    }

    /** A property compared with a value, such as {@code created >= "2014-01-01"}. The keyword stands as it was written. */
    record Clause(String keyword, Operator operator, Value value) implements Expression {
        public Clause {
            requireNonNull(keyword, "keyword");
            requireNonNull(operator, "operator");
            requireNonNull(value, "value");
        }
    }

    /** A property that has one of several values, such as {@code status in ("Potential", "Qualified")}. */
    record OneOf(String keyword, List<Value> values) implements Expression {
        public OneOf {
            requireNonNull(keyword, "keyword");
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("takes one value or more");
            }
        }
    }

    /** Something related to the lead for which all of the condition holds, such as {@code lead_status(…)}. */
    record SubQuery(String keyword, Expression condition) implements Expression {
        public SubQuery {
            requireNonNull(keyword, "keyword");
            requireNonNull(condition, "condition");
        }
    }

    /** A clause whose value is written in quotes. */
    static Expression clause(String keyword, Operator operator, String text) {
        return new Clause(keyword, operator, Value.quoted(text));
    }

    /** The conjunction of one or more expressions; a single one is itself. */
    static Expression allOf(Expression... operands) {
        List<Expression> flat = Arrays.stream(operands)
                .flatMap(operand -> operand instanceof And and ? and.operands().stream() : Stream.of(operand))
                .toList();
        return flat.size() == 1 ? flat.get(0) : new And(flat);
    }

    /** The disjunction of one or more expressions; a single one is itself. */
    static Expression anyOf(Expression... operands) {
        List<Expression> flat = Arrays.stream(operands)
                .flatMap(operand -> operand instanceof Or or ? or.operands().stream() : Stream.of(operand))
                .toList();
        return flat.size() == 1 ? flat.get(0) : new Or(flat);
    }

    static Expression not(Expression operand) {
        return new Not(operand);
    }

    private static void requireFlat(Class<? extends Expression> kind, List<Expression> operands) {
        if (operands.size() < 2) {
            throw new IllegalArgumentException("takes two operands or more, not " + operands.size());
        }
        if (operands.stream().anyMatch(kind::isInstance)) {
            throw new IllegalArgumentException("operands of the same kind belong to the expression itself");
        }
    }
}

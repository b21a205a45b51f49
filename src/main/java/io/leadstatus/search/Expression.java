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

    /** A word or phrase that the lead's text holds; a bare one is a single word that needs no quotes anywhere. */
    record FreeText(Value value) implements Expression {
        public FreeText {
            require(!value.text().isBlank(), "takes a text to look for");
            require(value.isQuoted() || SearchTokens.isWord(value.text()), "takes one word or a quoted text");
        }
    }

    /**
     * A property compared with a value, such as {@code created >= "2014-01-01"}. The keyword stands as it was written,
     * without the quotes that it may have had.
     */
    record Clause(String keyword, Operator operator, Value value) implements Expression {
        public Clause {
            requireKeyword(keyword);
            requireNonNull(operator, "operator");
            requireNonNull(value, "value");
        }
    }

    /** A property that has one of several values, such as {@code status in ("Potential", "Qualified")}. */
    record OneOf(String keyword, List<Value> values) implements Expression {
        public OneOf {
            requireKeyword(keyword);
            values = List.copyOf(values);
            require(!values.isEmpty(), "takes one value or more");
            require(
                    values.stream()
                            .allMatch(value -> value.isQuoted() || value.text().indexOf(',') < 0),
                    "takes values with commas in quotes only");
        }
    }

    /** Something related to the lead for which all of the condition holds, such as {@code lead_status(…)}. */
    record SubQuery(String keyword, Expression condition) implements Expression {
        public SubQuery {
            require(SearchTokens.isWord(SearchTokens.requireStorable(keyword)), "takes one word as keyword");
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
        require(operands.size() >= 2, "takes two operands or more");
        require(operands.stream().noneMatch(kind::isInstance), "takes operands of its own kind as its own operands");
    }

    private static void requireKeyword(String keyword) {
        require(!SearchTokens.requireStorable(keyword).isBlank(), "takes a keyword");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}

package io.leadstatus.search;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers; a lead that has several is found when one of them fits. */
record NumberType(JsonValues values) implements FieldType {
    static final String EXPECTED = "a number such as 3, -1 or 2.50";

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?");

    static Optional<String> parse(String text) {
        String stripped = text.strip();
        return NUMBER.matcher(stripped).matches()
                ? Optional.of(new BigDecimal(stripped).toPlainString())
                : Optional.empty();
    }

    static String parse(Comparison comparison) {
        return parse(comparison.text()).orElseThrow(() -> comparison.expected(EXPECTED));
    }

    /** As PostgreSQL writes it. */
    static String symbol(Operator operator) {
        return operator == Operator.EQUAL ? "=" : operator.symbol();
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public SqlPredicate hasValue() {
        return values.any();
    }

    @Override
    public SqlPredicate matches(Comparison comparison, SearchContext context) {
        return matches(comparison.operator(), parse(comparison));
    }

    /** The filter passes most leads over: it compares numbers, but not those that are written as text. */
    SqlPredicate matches(Operator operator, String number) {
        String filter = "@ " + (operator == Operator.EQUAL ? "==" : operator.symbol()) + " " + number
                + " || @.type() == \"string\"";
        SqlPredicate exact =
                values.anyWhere("search_number(found.value) " + symbol(operator) + " cast(? as numeric)", number);
        return values.anyFulfils(filter).and(exact);
    }
}

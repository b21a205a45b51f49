package io.leadstatus.search;

import java.util.Arrays;

/** How a clause compares its keyword with its value. */
public enum Operator {
    EQUAL(":"),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    /** What is written {@code =} is the same as {@code :}. */
    static Operator of(String symbol) {
        return symbol.equals("=")
                ? EQUAL
                : Arrays.stream(values())
                        .filter(operator -> operator.symbol.equals(symbol))
                        .findFirst()
                        .orElseThrow();
    }
}

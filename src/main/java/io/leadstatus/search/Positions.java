package io.leadstatus.search;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Where the parts of an expression stand in the text that it was read from, in characters (Unicode code points) from 0.
 * Parts are told apart by identity: the same clause written twice has two positions.
 */
public final class Positions {
    private final Map<Object, Integer> positions = new IdentityHashMap<>();

    Positions() {}

    /** Of the first character, a parenthesis around it left out; 0 for an expression that was not read from the text. */
    public int of(Expression expression) {
        return positions.getOrDefault(expression, 0);
    }

    /** Of the first character, the quote included; 0 for a value that was not read from the text. */
    public int of(Value value) {
        return positions.getOrDefault(value, 0);
    }

    <T> T put(T part, int position) {
        positions.putIfAbsent(part, position);
        return part;
    }
}

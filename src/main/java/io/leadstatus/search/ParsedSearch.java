package io.leadstatus.search;

import static java.util.Objects.requireNonNull;

/** A search as it was written: what it asks for, and where in the text each part of that stands. */
public record ParsedSearch(Expression expression, Positions positions) {
    public ParsedSearch {
        requireNonNull(expression, "expression");
        requireNonNull(positions, "positions");
    }

    /** What a lead has to fulfil: all but {@code sort:} and {@code slice:}, which say nothing about a lead. */
    public Expression condition() {
        return Directives.condition(expression);
    }

    /**
     * The same search in another order: instead of every {@code sort:} that it has.
     *
     * @param keys as {@code sort:} takes them
     */
    public ParsedSearch sortedBy(String keys) {
        return new ParsedSearch(Directives.sortedBy(expression, keys), positions);
    }
}

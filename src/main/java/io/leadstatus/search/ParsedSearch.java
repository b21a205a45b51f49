package io.leadstatus.search;

import static java.util.Objects.requireNonNull;

/** A search as it was written: what it asks for, and where in the text each part of that stands. */
public record ParsedSearch(Expression expression, Positions positions) {
    public ParsedSearch {
        requireNonNull(expression, "expression");
        requireNonNull(positions, "positions");
    }
}

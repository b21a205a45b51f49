package io.leadstatus.search;

import static java.util.Objects.requireNonNull;

/**
 * What a property is compared with, or what a text is searched for. Quotes matter: a quoted text is a phrase and taken
 * literally, a bare word matches the start of a word, and a bare {@code *} stands for any value.
 */
public record Value(String text, boolean isQuoted) {
    public Value {
        requireNonNull(text, "text");
    }

    public static Value quoted(String text) {
        return new Value(text, true);
    }

    /** A bare word, or several that belong together such as {@code 3 days ago}. */
    public static Value word(String text) {
        return new Value(text, false);
    }
}

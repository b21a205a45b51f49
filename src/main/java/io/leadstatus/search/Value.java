package io.leadstatus.search;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * What a property is compared with, or what a text is searched for. Quotes matter: a quoted text is a phrase and taken
 * literally, a bare word matches the start of a word, and a bare {@code *} stands for any value.
 *
 * <p>Bare is only what the grammar reads back as one value: a word such as {@code 2014-01-01T08:00} or {@code a,b}, or a
 * relative date such as {@code 3 days ago}, its words parted by single blanks. A quoted text may be anything that UTF-8
 * can hold, except NUL.
 */
public record Value(String text, boolean isQuoted) {
    private static final Pattern BLANKS = Pattern.compile("\\p{IsWhite_Space}+");

    public Value {
        requireNonNull(text, "text");
        SearchTokens.requireStorable(text);
        if (!isQuoted) {
            if (!SearchTokens.isValue(text)) {
                throw new IllegalArgumentException("has to be written in quotes: " + text);
            }
            text = BLANKS.matcher(text).replaceAll(" ");
        }
    }

    public static Value quoted(String text) {
        return new Value(text, true);
    }

    /** A bare word, or several that belong together such as {@code 3 days ago}. */
    public static Value word(String text) {
        return new Value(text, false);
    }
}

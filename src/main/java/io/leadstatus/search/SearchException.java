package io.leadstatus.search;

import static java.util.Objects.requireNonNull;

/**
 * A search that cannot be understood, in words for the person who wrote it: {@code position 7: found ")", expected a
 * value such as "Qualified"}. Positions count characters (Unicode code points) from 0, in the message too.
 */
public final class SearchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int position;
    private final String found;

    /**
     * @param found what stands at the position, as the message shows it: {@code ")"} with its quotes, {@code the end}
     * @param message what would fit there: {@code expected a value such as "Qualified"}
     */
    public SearchException(int position, String found, String message) {
        super("position " + position + ": found " + requireNonNull(found, "found") + ", " + message);
        this.position = position;
        this.found = found;
    }

    /** What is written well but means nothing here: {@code position 0: Unknown keyword "nmae". Did you mean name?}. */
    public SearchException(int position, String message) {
        super("position " + position + ": " + requireNonNull(message, "message"));
        this.position = position;
        this.found = "";
    }

    /** The message without the position, for a text that the reader does not see. */
    public String reason() {
        return getMessage().substring(getMessage().indexOf(": ") + 2);
    }

    public int position() {
        return position;
    }

    /** Empty if the message alone says what is wrong. */
    public String found() {
        return found;
    }
}

package io.leadstatus.search;

/** A query that cannot be understood: what is wrong with it, and where. */
public final class SearchException extends RuntimeException {
    private final int position;

    public SearchException(int position, String message) {
        super(message);
        this.position = position;
    }

    public int position() {
        return position;
    }
}

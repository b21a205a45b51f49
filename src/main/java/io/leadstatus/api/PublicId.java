package io.leadstatus.api;

/** Ids as callers name them. */
public final class PublicId {
    private PublicId() {}

    /** Whether there can be such an id at all: no text of the database holds a NUL, nor may it be asked for one. */
    public static boolean isPossible(String id) {
        return id.indexOf('\0') < 0;
    }
}

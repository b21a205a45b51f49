package io.leadstatus.search;

/** The part {@code index} (from 1) of {@code count} parts of like size that together hold every lead once. */
public record Slice(int index, int count) {
    public static final Slice WHOLE = new Slice(1, 1);

    public Slice {
        if (index < 1 || index > count) {
            throw new IllegalArgumentException("no part " + index + " of " + count);
        }
    }

    /** Which leads are in it: by their number, so that a lead stays in its part whatever else changes. */
    public SqlPredicate predicate() {
        return count == 1
                ? SqlPredicate.ALWAYS
                : SqlPredicate.of(
                        "mod(lead.lead_id, cast(? as bigint)) = cast(? as bigint)",
                        String.valueOf(count),
                        String.valueOf(index - 1));
    }
}

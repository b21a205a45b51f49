package io.leadstatus.search;

import static java.util.Objects.requireNonNull;

/**
 * A lead status as searches name it. Deleted ones too: history names them.
 *
 * @param number its number within the organization, as the tables have it
 * @param id its public id, {@code stat_…}
 */
public record SearchStatus(int number, String id, String label, boolean isDeleted) {
    public SearchStatus {
        requireNonNull(id, "id");
        requireNonNull(label, "label");
    }
}

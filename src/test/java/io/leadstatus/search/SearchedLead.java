package io.leadstatus.search;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** A lead as the brute-force reading sees it. */
record SearchedLead(
        String id,
        int status,
        Instant createdAt,
        Instant updatedAt,
        JsonNode document,
        List<SearchedLead.Event> events) {

    /** @param from null for the creation */
    record Event(Integer from, int to, Instant at) {}

    /** The status at the last instant before this one; null before the creation. */
    Integer statusBefore(Instant end) {
        Integer status = null;
        for (Event event : events) {
            if (event.at().isBefore(end)) {
                status = event.to();
            }
        }
        return status;
    }
}

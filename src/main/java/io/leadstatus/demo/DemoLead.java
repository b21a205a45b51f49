package io.leadstatus.demo;

import java.time.Instant;
import java.util.List;

/**
 * A lead with its whole history.
 *
 * @param id {@code lead_…}
 * @param moves in order; the first is the creation
 * @param document as Close shows the lead, JSON
 */
record DemoLead(String id, List<Move> moves, String document) {

    /** The lead was in a status, named by its id, from a moment on. */
    record Move(Instant at, String status) {}

    DemoLead {
        moves = List.copyOf(moves);
        if (moves.isEmpty()) {
            throw new IllegalArgumentException("a lead is created in a status");
        }
    }
}

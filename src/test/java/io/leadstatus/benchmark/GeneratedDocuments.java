package io.leadstatus.benchmark;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Random;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadstatus.demo.PlausibleLeads;

/** What some generated leads hold: a name, a {@link Segment} and, unless they are lean, all that a lead can have. */
final class GeneratedDocuments {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final boolean isLean;
    private final Random random;
    private final PlausibleLeads plausible;

    /** @param seed the same one makes the same documents */
    GeneratedDocuments(boolean isLean, int seed) {
        this.isLean = isLean;
        this.random = new Random(seed);
        this.plausible = new PlausibleLeads(random, () -> CompanyNames.next(random));
    }

    String nextId() {
        return plausible.id("lead");
    }

    /** JSON. */
    String next(int lead, Instant created, int status) {
        try {
            ObjectNode document = isLean
                    ? JSON.createObjectNode().put("display_name", CompanyNames.next(random))
                    : (ObjectNode) JSON.readTree(plausible.document(created, PipelineStatus.isWon(status)));
            document.withObject("/custom").put(Segment.FIELD, Segment.of(lead).label());
            return document.toString();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

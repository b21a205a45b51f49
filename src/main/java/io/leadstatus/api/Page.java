package io.leadstatus.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A part of a list, as Close answers it.
 *
 * @param totalResults how many there are in all
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
@JsonPropertyOrder(alphabetic = true)
public record Page<T>(List<T> data, boolean hasMore, long totalResults) {

    /** What was found for the part that was asked for. */
    public static <T> Page<T> of(List<T> data, long totalResults, Paging paging) {
        return new Page<>(data, (long) paging.skip() + data.size() < totalResults, totalResults);
    }

    /** The part of a whole list that was asked for. */
    public static <T> Page<T> of(List<T> all, Paging paging) {
        int from = Math.min(paging.skip(), all.size());
        int to = Math.min(all.size() - from, paging.limit()) + from;
        return of(all.subList(from, to), all.size(), paging);
    }
}

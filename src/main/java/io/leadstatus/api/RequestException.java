package io.leadstatus.api;

import java.util.List;
import java.util.Map;

/** The caller asked for something that cannot be answered. The only exception for a caller's fault. */
public final class RequestException extends RuntimeException {
    private final transient ErrorAnswer answer;

    private RequestException(ErrorAnswer answer) {
        super(answer.body().toString(), null, false, false);
        this.answer = answer;
    }

    /** Something that the path names does not exist, or not for this caller: 404. */
    public static RequestException notFound(String message) {
        return new RequestException(ErrorAnswer.of(404, message));
    }

    /** Parameters that are not as they should be: 400. */
    static RequestException invalid(ErrorBody.Invalid errors) {
        return new RequestException(ErrorAnswer.invalid(errors));
    }

    /** A request that cannot be answered as it is, for a reason told in words: 400. */
    public static RequestException badRequest(String message) {
        return new RequestException(ErrorAnswer.of(400, message));
    }

    /**
     * More at a time than the caller's part of what there is: 429.
     *
     * @param limit how many requests at a time are answered
     */
    public static RequestException tooMany(int limit) {
        return new RequestException(ErrorAnswer.tooMany(limit));
    }

    /** What is wrong, by parameter; empty if it is no parameter that is wrong. */
    public Map<String, String> fieldErrors() {
        return answer.body() instanceof ErrorBody.Invalid invalid ? invalid.fieldErrors() : Map.of();
    }

    /** What is wrong with the request as a whole. */
    public List<String> errors() {
        return answer.body() instanceof ErrorBody.Invalid invalid
                ? invalid.errors()
                : List.of(((ErrorBody.Plain) answer.body()).error());
    }

    ErrorAnswer answer() {
        return answer;
    }
}

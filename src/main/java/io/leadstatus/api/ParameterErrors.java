package io.leadstatus.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with the parameters of a request, so that the caller learns all of it at once. */
public final class ParameterErrors {
    private final List<String> errors = new ArrayList<>();
    private final Map<String, String> fieldErrors = new LinkedHashMap<>();

    /** Something is wrong with the request as a whole. */
    public void add(String message) {
        errors.add(message);
    }

    /** Something is wrong with a parameter; the first message about it counts. */
    public void add(String parameter, String message) {
        fieldErrors.putIfAbsent(parameter, message);
    }

    /** @throws RequestException if anything was added */
    public void throwIfAny() {
        if (!errors.isEmpty() || !fieldErrors.isEmpty()) {
            throw RequestException.invalid(new ErrorBody.Invalid(errors, fieldErrors));
        }
    }
}

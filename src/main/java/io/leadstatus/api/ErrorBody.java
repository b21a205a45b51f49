package io.leadstatus.api;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The body of an error, in the two forms that Close's clients look for. */
sealed interface ErrorBody {

    @RegisterForReflection
    record Plain(String error) implements ErrorBody {}

    /** Errors of the request as a whole, and one message for each parameter that is wrong. */
    @RegisterForReflection
    record Invalid(
            List<String> errors,
            @JsonProperty("field-errors") Map<String, String> fieldErrors) implements ErrorBody {}
}

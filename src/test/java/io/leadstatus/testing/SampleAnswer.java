package io.leadstatus.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The answer in Close's documentation, as text with the order of its keys. */
public final class SampleAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SampleAnswer() {}

    public static String pretty() {
        try (InputStream file = SampleAnswer.class.getResourceAsStream("/sample-response.json")) {
            return pretty(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String pretty(String json) {
        try {
            return JSON.readTree(json).toPrettyString();
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}

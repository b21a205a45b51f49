package io.leadstatus.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Every single measurement, as JSON. */
final class ComparisonResults {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ComparisonResults() {}

    static void write(List<Comparison> comparisons, Path file) throws IOException {
        List<Map<String, Object>> results = comparisons.stream()
                .map(comparison -> Map.<String, Object>of(
                        "question", comparison.question(), "milliseconds", comparison.milliseconds()))
                .toList();
        Files.createDirectories(file.getParent());
        JSON.writeValue(file.toFile(), results);
        System.out.println("every measurement: " + file);
    }
}

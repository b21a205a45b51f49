package io.leadstatus.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Every single measurement, as JSON. */
final class ComparisonResults {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ComparisonResults() {}

    static void write(List<Comparison> comparisons, Path file) throws IOException {
        List<Map<String, Object>> results =
                comparisons.stream().map(ComparisonResults::measured).toList();
        Files.createDirectories(file.getParent());
        JSON.writeValue(file.toFile(), results);
        System.out.println("every measurement: " + file);
    }

    private static Map<String, Object> measured(Comparison comparison) {
        Map<String, Object> measured = new LinkedHashMap<>();
        measured.put("question", comparison.question());
        measured.put("statements", comparison.contenders());
        return measured;
    }
}

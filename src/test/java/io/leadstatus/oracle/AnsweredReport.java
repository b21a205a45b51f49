package io.leadstatus.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/** The figures of an answer, as the same lines of text that the brute-force report makes. */
record AnsweredReport(JsonNode answer) {
    private static final Set<String> NOT_FIGURES =
            Set.of("_queries", "_leads_page_urls", "status_id", "status_label", "status_is_deleted");

    List<String> overview() {
        List<String> rows = new ArrayList<>();
        answer.get("status_overview").forEach(row -> {
            TreeMap<String, Object> figures = new TreeMap<>();
            row.properties().stream()
                    .filter(property -> !NOT_FIGURES.contains(property.getKey()))
                    .forEach(property -> figures.put(
                            property.getKey(),
                            property.getValue().isNull()
                                    ? null
                                    : property.getValue().longValue()));
            rows.add(describe(row, "") + " " + figures);
        });
        return rows;
    }

    List<String> transitions() {
        return moves("status_transitions");
    }

    List<String> summary() {
        return moves("status_transitions_summary");
    }

    private List<String> moves(String list) {
        List<String> rows = new ArrayList<>();
        answer.get(list)
                .forEach(row -> rows.add(describe(row, "from_") + " -> " + describe(row, "to_") + ": "
                        + row.get("count").longValue()));
        return rows;
    }

    private static String describe(JsonNode row, String prefix) {
        return row.get(prefix + "status_id").asText() + " "
                + row.get(prefix + "status_label").asText() + " "
                + row.get(prefix + "status_is_deleted").asText();
    }
}

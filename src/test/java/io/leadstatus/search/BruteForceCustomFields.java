package io.leadstatus.search;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** The values of custom fields, which documents hold by name or by id. */
final class BruteForceCustomFields {
    private BruteForceCustomFields() {}

    static List<JsonNode> values(JsonNode document, String name) {
        if (name.startsWith("cf_") && document.has("custom." + name)) {
            JsonNode value = document.get("custom." + name);
            List<JsonNode> values = new ArrayList<>();
            if (value.isArray()) {
                value.forEach(values::add);
            } else {
                values.add(value);
            }
            return values;
        }
        return document.has("custom") ? BruteForceValues.at(document.get("custom"), name) : List.of();
    }

    static List<JsonNode> texts(JsonNode document) {
        List<JsonNode> texts = new ArrayList<>();
        document.fieldNames().forEachRemaining(name -> {
            if (name.startsWith("custom.")) {
                texts.addAll(values(document, name.substring(7)));
            } else if (name.equals("custom")) {
                document.get(name).fieldNames().forEachRemaining(field -> texts.addAll(values(document, field)));
            }
        });
        texts.removeIf(value -> !value.isTextual());
        return texts;
    }
}

package io.leadstatus.search;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The fields that clauses may name in one place. Keywords in any case; names of custom fields exactly. */
final class FieldTable {
    private static final String CUSTOM = "custom.";

    private final TreeMap<String, FieldType> types = new TreeMap<>();
    private final Function<String, FieldType> customField;

    private FieldTable(List<Field> fields, Function<String, FieldType> customField) {
        this.customField = customField;
        for (Field field : fields) {
            for (String keyword : field.keywords()) {
                if (types.put(keyword, field.type()) != null) {
                    throw new IllegalArgumentException(keyword + " is there twice");
                }
            }
        }
    }

    static FieldTable of(Field... fields) {
        return new FieldTable(List.of(fields), null);
    }

    /** @param customField what {@code custom.NAME} means, by its name or id */
    static FieldTable withCustomFields(Function<String, FieldType> customField, Field... fields) {
        return new FieldTable(List.of(fields), customField);
    }

    Optional<FieldType> find(String keyword) {
        if (customField != null
                && keyword.length() > CUSTOM.length()
                && keyword.regionMatches(true, 0, CUSTOM, 0, CUSTOM.length())) {
            return Optional.of(customField.apply(keyword.substring(CUSTOM.length())));
        }
        return Optional.ofNullable(types.get(keyword.toLowerCase(Locale.ROOT)));
    }

    Collection<String> keywords() {
        return Collections.unmodifiableSet(types.navigableKeySet());
    }
}

package io.leadstatus.search;

import java.util.ArrayList;
import java.util.List;

/** A row of a table of fields: a keyword with its other names, and what it means. */
record Field(List<String> keywords, FieldType type) {
    Field {
        keywords = List.copyOf(keywords);
    }

    static Field field(String keyword, FieldType type) {
        return new Field(List.of(keyword), type);
    }

    /** The same by another name as well. */
    Field or(String... aliases) {
        List<String> all = new ArrayList<>(keywords);
        all.addAll(List.of(aliases));
        return new Field(all, type);
    }
}

package io.leadstatus.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The values at certain places of a document, none where the document has no such place. Whatever a document holds
 * there, asking for it is no error: JSON paths are lax, and what is no list counts as a list of one.
 *
 * @param rows an item of a {@code from} clause that yields them as {@code found.value}
 */
record JsonValues(String rows, List<Object> parameters) {
    /** The document of the lead itself. */
    static final String LEAD = "lead.document";
    /** The document of a related thing, within a sub-query. */
    static final String ITEM = "item.value";

    /** @param paths JSON paths, literals of this package */
    static JsonValues at(String document, String... paths) {
        if (paths.length == 1) {
            return new JsonValues("jsonb_path_query(" + document + ", '" + paths[0] + "') as found (value)", List.of());
        }
        String array = Arrays.stream(paths).map(path -> "'" + path + "'").collect(Collectors.joining(", "));
        return new JsonValues(
                "unnest(cast(array[" + array + "] as jsonpath[])) as path, jsonb_path_query(" + document
                        + ", path) as found (value)",
                List.of());
    }

    /**
     * Of a custom field, by its name or id. Close's documents have both: {@code "custom": {"Name": …}} and, beside it,
     * {@code "custom.cf_…": …}.
     */
    static JsonValues ofCustomField(String document, String name) {
        String field = document + " -> 'custom' -> cast(? as text)";
        return isCustomFieldId(name)
                ? new JsonValues(
                        "jsonb_path_query(coalesce(" + field + ", " + document
                                + " -> cast(? as text)), '$[*]') as found (value)",
                        List.of(name, "custom." + name))
                : new JsonValues("jsonb_path_query(" + field + ", '$[*]') as found (value)", List.of(name));
    }

    static boolean isCustomFieldId(String name) {
        return name.startsWith("cf_") || name.startsWith("lcf_");
    }

    /** Whether a condition on {@code found.value} holds for one of them. */
    SqlPredicate anyWhere(SqlPredicate condition) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(condition.parameters());
        return new SqlPredicate("exists (select from " + rows + " where " + condition.sql() + ")", all);
    }

    SqlPredicate anyWhere(String condition, Object... parameters) {
        return anyWhere(SqlPredicate.of(condition, parameters));
    }

    /** Whether there is one that is not empty. */
    SqlPredicate any() {
        return anyWhere("found.value not in ('null', '\"\"', '[]', '{}')");
    }
}

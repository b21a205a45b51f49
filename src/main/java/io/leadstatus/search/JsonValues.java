package io.leadstatus.search;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The values at certain places of a document, none where the document has no such place. Whatever a document holds
 * there, asking for it is no error: JSON paths are lax, and what is no list counts as a list of one.
 *
 * @param document an SQL expression, null or of type jsonb
 * @param parameters of this expression
 * @param paths JSON paths, literals of this package
 */
record JsonValues(String document, List<Object> parameters, List<String> paths) {
    /** The document of the lead itself. */
    static final String LEAD = "lead.document";
    /** The document of a related thing, within a sub-query. */
    static final String ITEM = "item.value";

    static JsonValues at(String document, String... paths) {
        return new JsonValues(document, List.of(), List.of(paths));
    }

    /**
     * Of a custom field, by its name or id. Close's documents have both: {@code "custom": {"Name": …}} and, beside it,
     * {@code "custom.cf_…": …}.
     */
    static JsonValues ofCustomField(String document, String name) {
        String field = document + " -> 'custom' -> cast(? as text)";
        return isCustomFieldId(name)
                ? new JsonValues(
                        "coalesce(" + field + ", " + document + " -> cast(? as text))",
                        List.of(name, "custom." + name),
                        List.of("$[*]"))
                : new JsonValues(field, List.of(name), List.of("$[*]"));
    }

    static boolean isCustomFieldId(String name) {
        return name.startsWith("cf_") || name.startsWith("lcf_");
    }

    /** Whether a condition on {@code found.value} holds for one of them. */
    SqlPredicate anyWhere(SqlPredicate condition) {
        return existsWhere(rows(), parameters, condition);
    }

    SqlPredicate anyWhere(String condition, Object... parameters) {
        return anyWhere(SqlPredicate.of(condition, parameters));
    }

    /**
     * The same of {@code found.moment}, the value as a moment.
     *
     * @param offset from UTC, at which moments without a zone are read
     */
    SqlPredicate anyMomentWhere(ZoneOffset offset, SqlPredicate condition) {
        List<Object> all = new ArrayList<>(List.of(String.valueOf(offset.getTotalSeconds())));
        all.addAll(parameters);
        String moments =
                "(select search_moment(found.value, cast(? as integer)) as moment from " + rows() + ") as found";
        return existsWhere(moments, all, condition);
    }

    /** Whether the filter of a JSON path holds for one of them. Faster than any condition; null without a document. */
    SqlPredicate anyFulfils(String filter) {
        return SqlPredicate.anyOf(paths.stream()
                .map(path -> {
                    List<Object> all = new ArrayList<>(parameters);
                    all.add(path + " ? (" + filter + ")");
                    return new SqlPredicate("jsonb_path_exists(" + document + ", cast(? as jsonpath))", all);
                })
                .toList());
    }

    /** Whether there is one that is not empty. */
    SqlPredicate any() {
        return anyWhere("found.value not in ('null', '\"\"', '[]', '{}')");
    }

    /** An item of a {@code from} clause that yields the values as {@code found.value}. */
    String rows() {
        if (paths.size() == 1) {
            return "jsonb_path_query(" + document + ", '" + paths.get(0) + "') as found (value)";
        }
        String array = paths.stream().map(path -> "'" + path + "'").collect(Collectors.joining(", "));
        return "unnest(cast(array[" + array + "] as jsonpath[])) as path, jsonb_path_query(" + document
                + ", path) as found (value)";
    }

    private static SqlPredicate existsWhere(String rows, List<Object> parameters, SqlPredicate condition) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(condition.parameters());
        return new SqlPredicate("exists (select from " + rows + " where " + condition.sql() + ")", all);
    }
}

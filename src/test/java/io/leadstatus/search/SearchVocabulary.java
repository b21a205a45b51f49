package io.leadstatus.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Queries with every keyword of the language, for tests of what searching does to the database. */
public final class SearchVocabulary {
    /** Whatever a keyword compares with, one of these is it. */
    private static final List<String> VALUES =
            List.of(":*", ":\"\"", ":customer", " >= 1", " >= 2014-01-01", ":yes", ":opportunities", ":lead_1");

    private static final List<String> SUB_QUERIES = List.of(
            "lead_status(status:customer)",
            "lead_status(status:customer on:2014-02-01)",
            "not lead_status(not status:customer on:2014-02-01)",
            "lead_status_change(new_status:customer)",
            "lead_status_change(old_status:potential new_status:customer date >= 2014-01-01)",
            "contact(name:ann email:*)",
            "opportunity(status:won value > 1)",
            "task(is_complete:no)");

    private SearchVocabulary() {}

    /** By keyword: queries of which at least one is right. */
    public static Map<String, List<String>> clauses() {
        Map<String, List<String>> clauses = new TreeMap<>();
        Set<String> keywords = new TreeSet<>(Scope.LEAD.fields().keywords());
        keywords.addAll(List.of("custom.Seats", "\"custom.Lead Source\""));
        keywords.forEach(keyword -> clauses.put(
                keyword, VALUES.stream().map(value -> keyword + value).toList()));
        SortFields.keywords().stream()
                .map(keyword -> keyword.replace("NAME", "Seats"))
                .forEach(keyword -> clauses.put("sort:" + keyword, List.of("* sort:-" + keyword + ",created")));
        return clauses;
    }

    /** Right queries with every sub-query, every other shape that a query has, and smart views. */
    public static List<String> shapes() {
        List<String> shapes = new ArrayList<>(SUB_QUERIES);
        shapes.addAll(
                List.of("", "*", "acme", "\"acme inc\"", "slice:1/3", "not acme or (status:customer contacts > 0)"));
        for (String keyword : Scope.LEAD.subQueries().keySet()) {
            if (SUB_QUERIES.stream().noneMatch(query -> query.contains(keyword + "("))) {
                throw new AssertionError("no query asks " + keyword);
            }
        }
        return shapes;
    }
}

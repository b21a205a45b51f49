package io.leadstatus.search;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A place in a query, and what its clauses may speak of: the lead, or one of its contacts, changes and so on.
 *
 * @param freeText what a text without a keyword searches; null where there is no text
 * @param subQueries by keyword
 */
record Scope(String name, FieldTable fields, FieldType freeText, Map<String, SubQueryType> subQueries) {
    static final Scope LEAD = new Scope(
            "a query",
            LeadFields.TABLE,
            new FreeTextType(),
            Map.of(
                    "lead_status", StatusHistory::atMoment,
                    "lead_status_change", StatusHistory::change,
                    "contact", new RelatedThing("contact", "$.contacts[*]", RelatedFields.CONTACT, "name"),
                    "opportunity",
                            new RelatedThing("opportunity", "$.opportunities[*]", RelatedFields.OPPORTUNITY, "note"),
                    "task", new RelatedThing("task", "$.tasks[*]", RelatedFields.TASK, "text")));

    Scope {
        subQueries = Map.copyOf(subQueries);
    }

    static Scope of(String name, FieldTable fields, FieldType freeText) {
        return new Scope(name, fields, freeText, Map.of());
    }

    /** Everything that may be said here. */
    Set<String> keywords() {
        Set<String> keywords = new TreeSet<>(fields.keywords());
        keywords.addAll(subQueries.keySet());
        return keywords;
    }
}

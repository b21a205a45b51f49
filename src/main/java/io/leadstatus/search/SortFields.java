package io.leadstatus.search;

import static java.util.Map.entry;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What leads can be ordered by, in ascending order. */
final class SortFields {
    private static final String CUSTOM = "custom.";

    private static final SortKey CREATED = present("lead.created_at");
    private static final SortKey UPDATED = present("lead.updated_at");
    private static final SortKey NAME =
            text("search_text(coalesce(lead.document ->> 'display_name', lead.document ->> 'name'))", List.of());

    private static final Map<String, SortKey> KEYS = Map.ofEntries(
            entry("created", CREATED),
            entry("date_created", CREATED),
            entry("updated", UPDATED),
            entry("date_updated", UPDATED),
            entry("name", NAME),
            entry("company", NAME),
            entry("display_name", NAME),
            entry("contacts", present(LeadFields.CONTACTS.sql())),
            entry("addresses", present(LeadFields.ADDRESSES.sql())),
            entry("opportunities", present(LeadFields.OPPORTUNITIES.sql())),
            entry("tasks", present(LeadFields.TASKS.sql())));

    private static final Set<String> STATUS = Set.of("status", "lead_status");

    private SortFields() {}

    /** The keys that a keyword stands for, empty if it stands for none. */
    static List<SortKey> find(String keyword, SearchContext context) {
        if (keyword.length() > CUSTOM.length() && keyword.regionMatches(true, 0, CUSTOM, 0, CUSTOM.length())) {
            return custom(keyword.substring(CUSTOM.length()));
        }
        String written = keyword.toLowerCase(Locale.ROOT);
        if (STATUS.contains(written)) {
            return List.of(status(context));
        }
        return KEYS.containsKey(written) ? List.of(KEYS.get(written)) : List.of();
    }

    static Set<String> keywords() {
        Set<String> keywords = new TreeSet<>(KEYS.keySet());
        keywords.addAll(STATUS);
        keywords.add(CUSTOM + "NAME");
        return keywords;
    }

    /** In the organization's order, deleted ones last. */
    private static SortKey status(SearchContext context) {
        String numbers = context.statuses().stream()
                .sorted(Comparator.comparing(SearchStatus::isDeleted))
                .map(status -> String.valueOf(status.number()))
                .collect(Collectors.joining(",", "{", "}"));
        return new SortKey("array_position(cast(? as smallint[]), lead.status_number)", List.of(numbers), false, false);
    }

    /**
     * Numbers by size, then texts (dates and yes or no are texts here) by their letters. Of a list its first value
     * counts.
     */
    private static List<SortKey> custom(String name) {
        JsonValues values = JsonValues.ofCustomField(JsonValues.LEAD, name);
        String first = "(select %s from " + values.rows() + " limit 1)";
        String number = first.formatted("search_number(found.value)");
        String text = first.formatted("case jsonb_typeof(found.value) when 'boolean' then found.value #>> '{}'"
                + " else search_text(found.value) end");
        return List.of(new SortKey(number, values.parameters(), true, false), text(text, values.parameters()));
    }

    private static SortKey present(String sql) {
        return new SortKey(sql, List.of(), false, false);
    }

    /** Of folded words between blanks: by their letters, whatever the database's locale; without a word, no value. */
    private static SortKey text(String words, List<Object> parameters) {
        return new SortKey("nullif(" + words + ", '  ') collate \"C\"", parameters, true, false);
    }
}

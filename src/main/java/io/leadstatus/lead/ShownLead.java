package io.leadstatus.lead;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;

import io.leadstatus.api.FieldSelection;
import io.leadstatus.api.RequestException;

/**
 * A lead as Close shows it: a JSON object that the database makes of the lead's document and columns, so that what the
 * document holds is answered to the letter, and what is not asked for never leaves the database.
 */
@RegisterForReflection
public record ShownLead(String json) {
    private static final String FIELDS = "fields";

    /**
     * A function's answer ends at 6 MB, as a text within JSON, which is how {@link #size} measures. Leaves room for what
     * stands around the leads, or around another answer.
     */
    public static final int LARGEST = 6_000_000;

    private static final String MOMENT = "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"+00:00\"')";

    private record Column(String field, String sql) {}

    /** What columns tell of a lead; it comes before what the document says. */
    private static final List<Column> COLUMNS = List.of(
            new Column("id", "lead.public_id"),
            new Column("status_id", "status.public_id"),
            new Column("status_label", "status.label"),
            new Column("date_created", MOMENT.formatted("lead.created_at")),
            new Column("date_updated", MOMENT.formatted("lead.updated_at")),
            new Column(
                    "organization_id",
                    "(select public_id from organization where organization.organization_id = lead.organization_id)"));

    /** The document, and what Close shows where a lead has nothing. */
    private static final String DOCUMENT = """
            jsonb_build_object(
                'name', coalesce(lead.document -> 'display_name', '""'),
                'display_name', coalesce(lead.document -> 'name', '""'))
            || cast('{"description": "", "url": null, "html_url": null, "contacts": [], "addresses": [],
                      "opportunities": [], "tasks": [], "integration_links": [], "custom": {}, "created_by": null,
                      "created_by_name": null, "updated_by": null, "updated_by_name": null}' as jsonb)
            || lead.document""";

    @JsonValue
    @JsonRawValue
    @Override
    public String json() {
        return json;
    }

    /** In SQL, over {@code lead} and its {@code status}. Reads no document that it does not need. */
    static String sql(FieldSelection fields) {
        String columns = COLUMNS.stream()
                .filter(column -> fields.contains(column.field()))
                .map(column -> "'" + column.field() + "', " + column.sql())
                .collect(joining(", ", "jsonb_build_object(", ")"));
        if (fields.isAll()) {
            return DOCUMENT + " || " + columns;
        }
        return ofDocument(fields).isEmpty() ? columns : selected(fields) + " || " + columns;
    }

    /** By name, what {@link #sql} takes. */
    static Map<String, Object> parameters(FieldSelection fields) {
        return fields.isAll() || ofDocument(fields).isEmpty()
                ? Map.of()
                : Map.of(FIELDS, String.join(",", ofDocument(fields)));
    }

    private static List<String> ofDocument(FieldSelection fields) {
        return fields.names().stream()
                .filter(name ->
                        COLUMNS.stream().noneMatch(column -> column.field().equals(name)))
                .toList();
    }

    private static String selected(FieldSelection fields) {
        String isCustom = fields.contains("custom") ? " or starts_with(key, 'custom.')" : "";
        return "(select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(" + DOCUMENT
                + ") where key = any (string_to_array(cast(:" + FIELDS + " as text), ','))" + isCustom + ")";
    }

    /** In SQL: the length of a text within the JSON that the gateway gets. */
    static String size(String text) {
        return "octet_length(cast(to_json(" + text + ") as text))";
    }

    static RequestException tooLarge() {
        return RequestException.badRequest("The answer would be larger than 6 MB. Ask for fewer leads with _limit, "
                + "or for less of each with _fields.");
    }
}

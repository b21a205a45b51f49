package io.leadstatus.search;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadstatus.search.Expression.Clause;

/** What documents say in fields: those of the lead, of what is related to it, and custom ones. */
final class BruteForceFields {
    private static final Set<String> NUMBERS = Set.of("opportunity_value", "value", "confidence");
    private static final Set<String> DATES = Set.of("opportunity_created", "date");
    private static final Set<String> TERMS = Set.of("opportunity", "opportunity_status", "status", "status_type");
    private static final List<String> FREE_TEXT = List.of(
            "name",
            "description",
            "url",
            "contact",
            "title",
            "email",
            "phone",
            "location",
            "opportunity_labels",
            "custom_texts");
    private static final Map<String, List<String>> PATHS = Map.ofEntries(
            entry("name", List.of("display_name", "name")),
            entry("description", List.of("description")),
            entry("url", List.of("url")),
            entry("created_by", List.of("created_by_name", "created_by")),
            entry("contact", List.of("contacts.name")),
            entry("title", List.of("contacts.title")),
            entry("email", List.of("contacts.emails.email")),
            entry("phone", List.of("contacts.phones.phone")),
            entry("city", List.of("addresses.city")),
            entry("state", List.of("addresses.state")),
            entry("country", List.of("addresses.country")),
            entry(
                    "location",
                    List.of(
                            "addresses.address_1",
                            "addresses.address_2",
                            "addresses.city",
                            "addresses.state",
                            "addresses.zipcode",
                            "addresses.country")),
            entry("opportunity", List.of("opportunities.status_type", "opportunities.status_label")),
            entry("opportunity_status", List.of("opportunities.status_type", "opportunities.status_label")),
            entry("opportunity_labels", List.of("opportunities.status_label")),
            entry("opportunity_user", List.of("opportunities.user_name", "opportunities.user_id")),
            entry("opportunity_value", List.of("opportunities.value")),
            entry("opportunity_created", List.of("opportunities.date_created")));
    private static final Map<String, Map<String, List<String>>> RELATED = Map.of(
            "contact",
            Map.of(
                    "name", List.of("name"),
                    "title", List.of("title"),
                    "email", List.of("emails.email"),
                    "phone", List.of("phones.phone")),
            "opportunity",
            Map.of(
                    "status", List.of("status_type", "status_label"),
                    "status_type", List.of("status_type"),
                    "value", List.of("value"),
                    "confidence", List.of("confidence"),
                    "user", List.of("user_name", "user_id")),
            "task",
            Map.of(
                    "text", List.of("text"),
                    "date", List.of("date"),
                    "is_complete", List.of("is_complete"),
                    "assigned_to", List.of("assigned_to_name", "assigned_to")));
    private static final Map<String, String> LISTS =
            Map.of("contact", "contacts", "opportunity", "opportunities", "task", "tasks");

    private final SearchContext context;

    BruteForceFields(SearchContext context) {
        this.context = context;
    }

    /** A field of the lead itself. */
    boolean fits(String keyword, Clause clause, JsonNode document) {
        return fits(keyword, PATHS.get(keyword), clause, document);
    }

    boolean customFits(String name, Clause clause, JsonNode document) {
        return anyFits(
                BruteForceCustomFields.values(document, name),
                clause,
                (value, asked) -> BruteForceValues.isCustom(value, asked.operator(), asked.value(), context));
    }

    /** @param thing contact, opportunity or task */
    boolean relatedFits(String thing, Expression condition, JsonNode document) {
        return BruteForceValues.at(document, LISTS.get(thing)).stream()
                .anyMatch(item ->
                        BruteForceLogic.holds(condition, leaf -> relatedLeaf((Clause) leaf, RELATED.get(thing), item)));
    }

    private boolean relatedLeaf(Clause clause, Map<String, List<String>> paths, JsonNode item) {
        return fits(clause.keyword(), paths.get(clause.keyword()), clause, item);
    }

    boolean freeText(Value value, JsonNode document) {
        return FREE_TEXT.stream()
                .flatMap(keyword -> keyword.equals("custom_texts")
                        ? BruteForceCustomFields.texts(document).stream()
                        : values(document, PATHS.get(keyword)).stream())
                .anyMatch(found -> BruteForceValues.isText(found, value));
    }

    private boolean fits(String keyword, List<String> paths, Clause clause, JsonNode document) {
        return anyFits(values(document, paths), clause, (value, asked) -> {
            if (NUMBERS.contains(keyword)) {
                return BruteForceValues.isNumber(
                        value, asked.operator(), asked.value().text());
            } else if (DATES.contains(keyword)) {
                return BruteForceValues.isDate(
                        value,
                        asked.operator(),
                        BruteForceDates.span(asked.value().text(), context));
            } else if (TERMS.contains(keyword)) {
                return BruteForceValues.isTerm(value, asked.value());
            } else if (keyword.equals("is_complete")) {
                return value.isBoolean()
                        && value.asBoolean()
                                == Set.of("yes", "true").contains(asked.value().text());
            } else if (keyword.equals("email")) {
                return BruteForceValues.isEmail(value, asked.value());
            }
            return keyword.equals("phone")
                    ? BruteForceValues.isPhone(value, asked.value())
                    : BruteForceValues.isText(value, asked.value());
        });
    }

    private static boolean anyFits(List<JsonNode> values, Clause clause, BiPredicate<JsonNode, Clause> fits) {
        if (BruteForceValues.isAny(clause)
                || BruteForceValues.isNone(clause)
                || clause.value().text().equals("never")) {
            return BruteForceValues.isAny(clause) == values.stream().anyMatch(BruteForceValues::isPresent);
        }
        return values.stream().anyMatch(value -> fits.test(value, clause));
    }

    private static List<JsonNode> values(JsonNode document, List<String> paths) {
        return paths.stream()
                .flatMap(path -> BruteForceValues.at(document, path).stream())
                .toList();
    }
}

package io.leadstatus.search;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadstatus.search.Expression.And;
import io.leadstatus.search.Expression.Clause;
import io.leadstatus.search.Expression.Everything;
import io.leadstatus.search.Expression.FreeText;
import io.leadstatus.search.Expression.Not;
import io.leadstatus.search.Expression.OneOf;
import io.leadstatus.search.Expression.Or;
import io.leadstatus.search.Expression.SubQuery;

/** The search language read lead by lead, from the contract alone: slow, plain, and right. */
final class BruteForceSearch {
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

    BruteForceSearch(SearchContext context) {
        this.context = context;
    }

    boolean finds(Expression expression, SearchedLead lead) {
        return holds(expression, leaf -> leadLeaf(leaf, lead));
    }

    private static boolean holds(Expression expression, Predicate<Expression> leaf) {
        if (expression instanceof And and) {
            return and.operands().stream().allMatch(operand -> holds(operand, leaf));
        } else if (expression instanceof Or or) {
            return or.operands().stream().anyMatch(operand -> holds(operand, leaf));
        } else if (expression instanceof Not not) {
            return !holds(not.operand(), leaf);
        } else if (expression instanceof OneOf oneOf) {
            return oneOf.values().stream()
                    .anyMatch(value -> leaf.test(new Clause(oneOf.keyword(), Operator.EQUAL, value)));
        }
        return expression instanceof Everything || leaf.test(expression);
    }

    private boolean leadLeaf(Expression leaf, SearchedLead lead) {
        if (leaf instanceof FreeText text) {
            return freeText(text.value(), lead.document());
        } else if (leaf instanceof SubQuery subQuery) {
            return subQuery(subQuery, lead);
        }
        Clause clause = (Clause) leaf;
        String keyword = clause.keyword().toLowerCase(Locale.ROOT);
        if (keyword.startsWith("custom.")) {
            return anyFits(
                    customValues(lead.document(), clause.keyword().substring(7)),
                    clause,
                    (value, asked) -> BruteForceValues.isCustom(value, asked.operator(), asked.value(), context));
        }
        return switch (keyword) {
            case "status", "status_id" -> isStatus(lead.status(), clause, keyword.endsWith("_id"));
            case "original_lead_status", "original_lead_status_id" ->
                isStatus(lead.events().get(0).to(), clause, keyword.endsWith("_id"));
            case "created" -> isMoment(lead.createdAt(), clause);
            case "updated" -> isMoment(lead.updatedAt(), clause);
            case "id" -> isAny(clause) || lead.id().equals(clause.value().text());
            case "contacts", "addresses", "opportunities", "tasks" ->
                isCount(BruteForceValues.at(lead.document(), keyword).size(), clause);
            case "has" ->
                !BruteForceValues.at(lead.document(), clause.value().text()).isEmpty();
            case "in" ->
                finds(
                        context.smartViews()
                                .resolve(clause.value().text())
                                .orElseThrow()
                                .query(),
                        lead);
            default -> fits(keyword, PATHS.get(keyword), clause, lead.document());
        };
    }

    private boolean subQuery(SubQuery subQuery, SearchedLead lead) {
        if (subQuery.keyword().equals("lead_status_change")) {
            return lead.events().stream()
                    .filter(event -> event.from() != null)
                    .anyMatch(event -> holds(subQuery.condition(), leaf -> isChange(event, (Clause) leaf)));
        } else if (subQuery.keyword().equals("lead_status")) {
            return wasInStatus(subQuery.condition(), lead);
        }
        return BruteForceValues.at(lead.document(), LISTS.get(subQuery.keyword())).stream()
                .anyMatch(item ->
                        holds(subQuery.condition(), leaf -> relatedLeaf(leaf, RELATED.get(subQuery.keyword()), item)));
    }

    private boolean relatedLeaf(Expression leaf, Map<String, List<String>> paths, JsonNode item) {
        Clause clause = (Clause) leaf;
        return fits(clause.keyword(), paths.get(clause.keyword()), clause, item);
    }

    private boolean isChange(SearchedLead.Event event, Clause clause) {
        return switch (clause.keyword()) {
            case "old_status", "old_status_id" ->
                isStatus(event.from(), clause, clause.keyword().endsWith("_id"));
            case "new_status", "new_status_id" ->
                isStatus(event.to(), clause, clause.keyword().endsWith("_id"));
            default -> isMoment(event.at(), clause);
        };
    }

    private boolean wasInStatus(Expression condition, SearchedLead lead) {
        List<Expression> operands = condition instanceof And and ? and.operands() : List.of(condition);
        Integer status = lead.status();
        for (Expression operand : operands) {
            if (operand instanceof Clause clause && clause.keyword().equals("on")) {
                status = lead.statusBefore(
                        BruteForceDates.span(clause.value().text(), context).until());
            }
        }
        Integer found = status;
        return found != null
                && holds(
                        condition,
                        leaf -> ((Clause) leaf).keyword().equals("on")
                                || isStatus(
                                        found,
                                        (Clause) leaf,
                                        ((Clause) leaf).keyword().endsWith("_id")));
    }

    private boolean isStatus(int number, Clause clause, boolean isById) {
        String text = clause.value().text().toLowerCase(Locale.ROOT);
        SearchStatus status = context.statuses().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow();
        String label = status.label().toLowerCase(Locale.ROOT);
        return isAny(clause)
                || (isById
                        ? status.id().equals(clause.value().text())
                        : label.equals(text)
                                || label.replaceAll("[^\\p{L}\\p{N}]+", "_").equals(text));
    }

    private boolean isMoment(Instant moment, Clause clause) {
        if (isAny(clause) || isNone(clause) || clause.value().text().equals("never")) {
            return isAny(clause);
        }
        return BruteForceDates.span(clause.value().text(), context).fits(moment, clause.operator());
    }

    private static boolean isCount(int count, Clause clause) {
        if (isAny(clause) || isNone(clause)) {
            return isAny(clause) == count > 0;
        }
        return BruteForceValues.fits(
                Integer.compare(count, Integer.parseInt(clause.value().text())), clause.operator());
    }

    private boolean freeText(Value value, JsonNode document) {
        return FREE_TEXT.stream()
                .flatMap(keyword -> keyword.equals("custom_texts")
                        ? customTexts(document).stream()
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
        if (isAny(clause) || isNone(clause) || clause.value().text().equals("never")) {
            return isAny(clause) == values.stream().anyMatch(BruteForceValues::isPresent);
        }
        return values.stream().anyMatch(value -> fits.test(value, clause));
    }

    private static List<JsonNode> values(JsonNode document, List<String> paths) {
        return paths.stream()
                .flatMap(path -> BruteForceValues.at(document, path).stream())
                .toList();
    }

    private static List<JsonNode> customValues(JsonNode document, String name) {
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

    private static List<JsonNode> customTexts(JsonNode document) {
        List<JsonNode> texts = new ArrayList<>();
        document.fieldNames().forEachRemaining(name -> {
            if (name.startsWith("custom.")) {
                texts.addAll(customValues(document, name.substring(7)));
            } else if (name.equals("custom")) {
                document.get(name).fieldNames().forEachRemaining(field -> texts.addAll(customValues(document, field)));
            }
        });
        texts.removeIf(value -> !value.isTextual());
        return texts;
    }

    private static boolean isAny(Clause clause) {
        return !clause.value().isQuoted() && clause.value().text().equals("*");
    }

    private static boolean isNone(Clause clause) {
        return clause.value().isQuoted() && clause.value().text().isEmpty();
    }
}

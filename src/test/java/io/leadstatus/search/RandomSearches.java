package io.leadstatus.search;

import static io.leadstatus.search.Expression.allOf;
import static io.leadstatus.search.Expression.anyOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.leadstatus.search.Expression.Clause;
import io.leadstatus.search.Expression.FreeText;
import io.leadstatus.search.Expression.OneOf;
import io.leadstatus.search.Expression.SubQuery;

/** Random expressions over the vocabulary of {@link RandomLeads}, so that they find some leads and not others. */
final class RandomSearches {
    private static final List<String> STATUSES =
            List.of("Potential", "potential", "Bad Fit", "bad_fit", "QUALIFIED", "Customer", "customer", "Nobody");
    private static final List<String> STATUS_IDS = List.of("stat_1", "stat_2", "stat_5", "stat_6", "stat_none");
    private static final List<String> WORDS = List.of(
            "Acme",
            "ac",
            "o'hara",
            "hara",
            "Cafe",
            "café münster",
            "MUNSTER",
            "sons",
            "acme inc",
            "inc",
            "web",
            "cold",
            "cold call",
            "Ann",
            "ceo",
            "new",
            "york",
            "new york",
            "example",
            "example.com",
            "14155550100",
            "100%",
            "%",
            "_",
            "\\",
            "*",
            "Ж",
            "жук",
            "Åre",
            "smith");
    private static final List<String> DATES = List.of(
            "2020-01-10",
            "2020-01-15",
            "2020-01-20T12:00",
            "2020-01-20T12:00:30",
            "2020-01-20 12:00:30",
            "2020-01-20T12:00:30Z",
            "2020-01-20T12:00:30+02:00",
            "today",
            "yesterday",
            "3 days ago",
            "1 week ago",
            "10 mins ago",
            "2 hours ago",
            "20 days ago",
            "0001-01-01",
            "9999-12-31");
    private static final List<String> NUMBERS = List.of("0", "1", "2", "30", "99.5", "100", "-1");

    private final Random random;
    private final Map<String, Supplier<Expression>> leaves = new TreeMap<>();
    private final Map<String, Map<String, Supplier<Expression>>> related = new TreeMap<>();

    RandomSearches(Random random) {
        this.random = random;
        for (String keyword : List.of(
                "name",
                "description",
                "url",
                "created_by",
                "contact",
                "title",
                "city",
                "state",
                "country",
                "location",
                "opportunity_user")) {
            leaves.put(keyword, () -> equality(keyword, WORDS));
        }
        leaves.put("text", () -> new FreeText(value(WORDS)));
        leaves.put("email", this::email);
        leaves.put(
                "phone", () -> equality("phone", List.of("415", "1415", "+1", "+49", "49", "555", "(415) 555-0100")));
        leaves.put("status", () -> equality("status", STATUSES));
        leaves.put("status_id", () -> equality("status_id", STATUS_IDS));
        leaves.put("original", () -> equality("original_lead_status", STATUSES));
        leaves.put("original_id", () -> equality("original_lead_status_id", STATUS_IDS));
        leaves.put("created", () -> ordered("created", DATES));
        leaves.put("updated", () -> ordered("updated", DATES));
        leaves.put(
                "never",
                () -> new Clause(
                        oneOf(List.of("created", "opportunity_created")), Operator.EQUAL, Value.word("never")));
        leaves.put("id", () -> equality("id", List.of("lead_1", "lead_2", "LEAD_2", "lead_none")));
        for (String keyword : List.of("contacts", "addresses", "opportunities", "tasks")) {
            leaves.put(keyword, () -> ordered(keyword, List.of("0", "1", "2")));
            leaves.put("has " + keyword, () -> Expression.clause("has", Operator.EQUAL, keyword));
        }
        leaves.put(
                "opportunity",
                () -> equality("opportunity", List.of("won", "Won", "on_hold", "On Hold", "active", "hold")));
        leaves.put("opportunity_value", () -> ordered("opportunity_value", NUMBERS));
        leaves.put("opportunity_created", () -> ordered("opportunity_created", DATES));
        leaves.put("in", () -> Expression.clause("in", Operator.EQUAL, oneOf(List.of("Mine", "save_1", "save_2"))));
        for (String field : List.of("Lead Source", "cf_1", "Tags")) {
            leaves.put("custom " + field, () -> equality("custom." + field, WORDS));
        }
        leaves.put("custom seats", () -> ordered(oneOf(List.of("custom.Seats", "custom.cf_2")), NUMBERS));
        leaves.put("custom renewal", () -> ordered("custom.Renewal", DATES));
        leaves.put("custom paused", () -> equality("custom.Paused", List.of("yes", "no", "true", "false")));
        leaves.put("lead_status", this::leadStatus);
        leaves.put("lead_status again", this::leadStatus);
        addRelated();
    }

    private void addRelated() {
        related.put(
                "lead_status_change",
                Map.of(
                        "old_status", () -> equality("old_status", STATUSES),
                        "new_status", () -> equality("new_status", STATUSES),
                        "old_status_id", () -> equality("old_status_id", STATUS_IDS),
                        "new_status_id", () -> equality("new_status_id", STATUS_IDS),
                        "date", () -> ordered("date", DATES)));
        related.put(
                "contact",
                Map.of(
                        "name", () -> equality("name", WORDS),
                        "title", () -> equality("title", WORDS),
                        "email", this::email));
        related.put(
                "opportunity",
                Map.of(
                        "status", () -> equality("status", List.of("won", "on_hold", "On Hold")),
                        "value", () -> ordered("value", NUMBERS),
                        "user", () -> equality("user", WORDS)));
        related.put(
                "task",
                Map.of(
                        "date", () -> ordered("date", DATES),
                        "is_complete", () -> equality("is_complete", List.of("yes", "no")),
                        "text", () -> equality("text", List.of("call", "back", "call back"))));
    }

    Expression next(int depth) {
        int kind = depth == 0 ? 9 : random.nextInt(10);
        if (kind < 3) {
            return allOf(next(depth - 1), next(depth - 1));
        } else if (kind < 5) {
            return anyOf(next(depth - 1), next(depth - 1), next(depth - 1));
        } else if (kind == 5) {
            return Expression.not(next(depth - 1));
        } else if (kind < 8) {
            String keyword = oneOf(List.copyOf(related.keySet()));
            return new SubQuery(keyword, relatedCondition(related.get(keyword), 2));
        }
        return oneOf(List.copyOf(leaves.values())).get();
    }

    private Expression relatedCondition(Map<String, Supplier<Expression>> fields, int depth) {
        int kind = depth == 0 ? 9 : random.nextInt(8);
        if (kind < 3) {
            return allOf(relatedCondition(fields, depth - 1), relatedCondition(fields, depth - 1));
        } else if (kind == 3) {
            return anyOf(relatedCondition(fields, depth - 1), relatedCondition(fields, depth - 1));
        } else if (kind == 4) {
            return Expression.not(relatedCondition(fields, depth - 1));
        }
        return oneOf(new ArrayList<>(new TreeMap<>(fields).values())).get();
    }

    private Expression leadStatus() {
        Map<String, Supplier<Expression>> fields = Map.of(
                "status", () -> equality("status", STATUSES), "status_id", () -> equality("status_id", STATUS_IDS));
        Expression condition = relatedCondition(fields, random.nextInt(3));
        return new SubQuery(
                "lead_status",
                random.nextInt(4) == 0
                        ? condition
                        : allOf(condition, Expression.clause("on", Operator.EQUAL, oneOf(DATES))));
    }

    private Expression email() {
        return equality(
                "email",
                List.of("ann@example.com", "ANN@EXAMPLE.COM", "ann@ex", "mary-ann@example.com", "example", "ann"));
    }

    private Expression equality(String keyword, List<String> values) {
        if (random.nextInt(8) == 0) {
            return new OneOf(keyword, List.of(value(values), value(values)));
        }
        if (random.nextInt(12) == 0) {
            boolean isStatus = keyword.contains("status") || keyword.equals("id");
            return new Clause(
                    keyword, Operator.EQUAL, isStatus || random.nextBoolean() ? Value.word("*") : Value.quoted(""));
        }
        return new Clause(keyword, Operator.EQUAL, value(values));
    }

    private Expression ordered(String keyword, List<String> values) {
        Operator operator = oneOf(List.of(Operator.values()));
        return operator == Operator.EQUAL ? equality(keyword, values) : new Clause(keyword, operator, value(values));
    }

    private Value value(List<String> texts) {
        String text = oneOf(texts);
        // A bare asterisk stands for any value, and not every text is one bare value.
        boolean quoted = text.equals("*") || text.contains(" ") || !SearchTokens.isValue(text) || random.nextBoolean();
        return new Value(text, quoted);
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

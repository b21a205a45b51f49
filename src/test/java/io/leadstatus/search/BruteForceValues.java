package io.leadstatus.search;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadstatus.search.Expression.Clause;

/** Whether a value of a document fits what a clause asks for. */
final class BruteForceValues {
    private BruteForceValues() {}

    /** The values at a path such as {@code contacts.emails.email}, through lists. */
    static List<JsonNode> at(JsonNode document, String path) {
        List<JsonNode> nodes = List.of(document);
        for (String name : path.split("\\.")) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : nodes) {
                JsonNode child = node.get(name);
                if (child != null && child.isArray()) {
                    child.forEach(next::add);
                } else if (child != null) {
                    next.add(child);
                }
            }
            nodes = next;
        }
        return nodes;
    }

    /** Asks only that there is a value. */
    static boolean isAny(Clause clause) {
        return !clause.value().isQuoted() && clause.value().text().equals("*");
    }

    /** Asks only that there is no value. */
    static boolean isNone(Clause clause) {
        return clause.value().isQuoted() && clause.value().text().isEmpty();
    }

    static boolean isPresent(JsonNode value) {
        return !value.isNull() && !(value.isTextual() && value.asText().isEmpty());
    }

    static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('ø', 'o');
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static boolean isText(JsonNode value, Value wanted) {
        if (!value.isTextual() && !value.isNumber()) {
            return false;
        }
        List<String> needle = words(wanted.text());
        List<String> words = words(value.asText());
        for (int start = 0; !needle.isEmpty() && start + needle.size() <= words.size(); start++) {
            List<String> candidate = new ArrayList<>(words.subList(start, start + needle.size()));
            int last = candidate.size() - 1;
            if (!wanted.isQuoted() && candidate.get(last).startsWith(needle.get(last))) {
                candidate.set(last, needle.get(last));
            }
            if (candidate.equals(needle)) {
                return true;
            }
        }
        return false;
    }

    static boolean isTerm(JsonNode value, Value wanted) {
        return value.isTextual()
                && !words(wanted.text()).isEmpty()
                && words(value.asText()).equals(words(wanted.text()));
    }

    static boolean isEmail(JsonNode value, Value wanted) {
        if (!wanted.text().contains("@")) {
            return isText(value, wanted);
        }
        String address = value.asText().toLowerCase(Locale.ROOT);
        String sought = wanted.text().toLowerCase(Locale.ROOT);
        return wanted.isQuoted() ? address.equals(sought) : address.startsWith(sought);
    }

    static boolean isPhone(JsonNode value, Value wanted) {
        String digits = value.asText().replaceAll("\\D", "");
        String sought = wanted.text().replaceAll("\\D", "");
        boolean isNorthAmerican =
                value.asText().startsWith("+1") && !wanted.text().contains("+");
        return !sought.isEmpty()
                && (digits.startsWith(sought)
                        || isNorthAmerican && digits.substring(1).startsWith(sought));
    }

    static boolean isNumber(JsonNode value, Operator operator, String wanted) {
        BigDecimal number;
        try {
            number = new BigDecimal(value.asText());
        } catch (NumberFormatException e) {
            return false;
        }
        return !value.isBoolean() && fits(number.compareTo(new BigDecimal(wanted)), operator);
    }

    static boolean fits(int order, Operator operator) {
        return switch (operator) {
            case EQUAL -> order == 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    static boolean isDate(JsonNode value, Operator operator, BruteForceDates.Span span) {
        Instant moment = BruteForceDates.moment(value, span.offset());
        return moment != null && span.fits(moment, operator);
    }

    static boolean isCustom(JsonNode value, Operator operator, Value wanted, SearchContext context) {
        boolean isNumeric = wanted.text().matches("-?\\d+(\\.\\d+)?");
        BruteForceDates.Span span = BruteForceDates.span(wanted.text(), context);
        if (operator != Operator.EQUAL) {
            return isNumeric ? isNumber(value, operator, wanted.text()) : isDate(value, operator, span);
        }
        return value.isTextual() && isText(value, wanted)
                || value.isNumber() && isNumeric && isNumber(value, operator, wanted.text())
                || value.isBoolean()
                        && List.of(value.asBoolean() ? "yes" : "no", value.asText())
                                .contains(wanted.text())
                || span != null && isDate(value, operator, span);
    }
}

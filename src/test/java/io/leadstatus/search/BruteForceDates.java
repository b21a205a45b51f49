package io.leadstatus.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadstatus.search.Expression.Clause;

/** Dates of queries and documents, read from the contract without the service's code. */
final class BruteForceDates {

    /** From the first instant to the first one after it; the offset is for days in documents. */
    record Span(Instant from, Instant until, ZoneOffset offset) {

        boolean fits(Instant moment, Operator operator) {
            return switch (operator) {
                case EQUAL -> !moment.isBefore(from) && moment.isBefore(until);
                case LESS -> moment.isBefore(from);
                case LESS_OR_EQUAL -> moment.isBefore(until);
                case GREATER -> !moment.isBefore(until);
                case GREATER_OR_EQUAL -> !moment.isBefore(from);
            };
        }
    }

    private BruteForceDates() {}

    static boolean isMoment(Instant moment, Clause clause, SearchContext context) {
        if (BruteForceValues.isAny(clause)
                || BruteForceValues.isNone(clause)
                || clause.value().text().equals("never")) {
            return BruteForceValues.isAny(clause);
        }
        return span(clause.value().text(), context).fits(moment, clause.operator());
    }

    /** Null when the text is no date. */
    static Span span(String text, SearchContext context) {
        ZonedDateTime now = context.now().atZone(context.zone().get());
        String[] words = text.split(" ");
        if (text.equals("today")) {
            return day(now);
        } else if (text.equals("yesterday")) {
            return day(now.minusDays(1));
        } else if (words.length == 3 && words[2].equals("ago")) {
            int count = Integer.parseInt(words[0]);
            if (words[1].startsWith("day")) {
                return day(now.minusDays(count));
            } else if (words[1].startsWith("week")) {
                return day(now.minusDays(7L * count));
            }
            ChronoUnit unit = words[1].startsWith("min") ? ChronoUnit.MINUTES : ChronoUnit.HOURS;
            ZonedDateTime start = now.minus(count, unit).truncatedTo(unit);
            return new Span(
                    start.toInstant(),
                    start.toInstant().plus(1, unit),
                    now.minus(count, unit).getOffset());
        }
        return absolute(text.replace(' ', 'T'));
    }

    private static Span day(ZonedDateTime within) {
        LocalDate date = within.toLocalDate();
        ZonedDateTime start = date.atStartOfDay(within.getZone());
        return new Span(
                start.toInstant(),
                date.plusDays(1).atStartOfDay(within.getZone()).toInstant(),
                start.getOffset());
    }

    private static Span absolute(String text) {
        try {
            if (text.length() == 10) {
                return day(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC));
            }
            boolean isToTheMinute = text.matches(".{10}T\\d\\d:\\d\\d(Z|[+-].*)?");
            OffsetDateTime start = text.matches(".{10}T.*(Z|[+-].*)")
                    ? OffsetDateTime.parse(text)
                    : LocalDateTime.parse(text).atOffset(ZoneOffset.UTC);
            return new Span(
                    start.toInstant(), start.toInstant().plusSeconds(isToTheMinute ? 60 : 1), start.getOffset());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Null when the value is no date. */
    static Instant moment(JsonNode value, ZoneOffset offset) {
        if (!value.isTextual()) {
            return null;
        }
        String text = value.asText().replace(' ', 'T');
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay().toInstant(offset);
            }
            return text.matches(".{10}T.*(Z|[+-].*)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(offset);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

package io.leadstatus.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a date in a query covers: the whole of its last unit.
 *
 * @param start the first instant
 * @param end the first instant after it
 * @param offset from UTC, at which dates without a zone in a lead's document are compared with it
 */
record DateRange(Instant start, Instant end, ZoneOffset offset) {
    static final String EXPECTED = "a date such as 2014-01-31, \"2014-01-31 08:00:00\", today or 3 days ago";

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("+10000-01-01T00:00:00Z");
    private static final Pattern LITERAL = Pattern.compile("(?<date>\\d{4}-\\d{2}-\\d{2})"
            + "(?:[Tt ](?<hour>\\d{2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d{1,9})?)?)?"
            + " ?(?<zone>[Zz]|(?<sign>[+-])(?<zoneHours>\\d{2})(?::?(?<zoneMinutes>\\d{2}))?)?");
    private static final Pattern AGO = Pattern.compile("(\\d{1,6})\\s+([a-z]+?)s?\\s+ago");
    private static final Map<String, ChronoUnit> UNITS = Map.ofEntries(
            Map.entry("second", ChronoUnit.SECONDS),
            Map.entry("sec", ChronoUnit.SECONDS),
            Map.entry("minute", ChronoUnit.MINUTES),
            Map.entry("min", ChronoUnit.MINUTES),
            Map.entry("hour", ChronoUnit.HOURS),
            Map.entry("day", ChronoUnit.DAYS),
            Map.entry("week", ChronoUnit.WEEKS),
            Map.entry("month", ChronoUnit.MONTHS),
            Map.entry("year", ChronoUnit.YEARS));

    /** Empty when the text is no date, or one that does not exist. */
    static Optional<DateRange> parse(String text, SearchContext context) {
        try {
            String stripped = text.strip();
            Matcher literal = LITERAL.matcher(stripped);
            if (literal.matches()) {
                return Optional.of(literal(literal));
            }
            return relative(stripped.toLowerCase(Locale.ROOT), context)
                    .filter(range -> !range.start().isBefore(FIRST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateRange literal(Matcher parts) {
        LocalDate date = LocalDate.parse(parts.group("date"));
        if (date.getYear() == 0) {
            throw new DateTimeException("years begin with 0001");
        }
        ZoneOffset offset = offset(parts);
        if (parts.group("hour") == null) {
            return day(date, offset);
        }
        ChronoUnit unit = parts.group("second") == null ? ChronoUnit.MINUTES : ChronoUnit.SECONDS;
        LocalDateTime start = date.atTime(
                number(parts, "hour"),
                number(parts, "minute"),
                unit == ChronoUnit.SECONDS ? number(parts, "second") : 0);
        return new DateRange(start.toInstant(offset), start.plus(1, unit).toInstant(offset), offset);
    }

    private static ZoneOffset offset(Matcher parts) {
        if (parts.group("sign") == null) {
            return ZoneOffset.UTC;
        }
        int minutes = number(parts, "zoneHours") * 60
                + (parts.group("zoneMinutes") == null ? 0 : number(parts, "zoneMinutes"));
        return ZoneOffset.ofTotalSeconds((parts.group("sign").equals("-") ? -60 : 60) * minutes);
    }

    private static int number(Matcher parts, String group) {
        return Integer.parseInt(parts.group(group));
    }

    private static Optional<DateRange> relative(String text, SearchContext context) {
        if (text.equals("today") || text.equals("yesterday")) {
            return Optional.of(daysAgo(text.equals("today") ? 0 : 1, ChronoUnit.DAYS, context));
        }
        Matcher ago = AGO.matcher(text);
        if (!ago.matches() || !UNITS.containsKey(ago.group(2))) {
            return Optional.empty();
        }
        ChronoUnit unit = UNITS.get(ago.group(2));
        long count = Long.parseLong(ago.group(1));
        if (unit.isDateBased()) {
            return Optional.of(daysAgo(count, unit, context));
        }
        ZonedDateTime then = now(context).minus(count, unit);
        Instant start = then.truncatedTo(unit).toInstant();
        return Optional.of(new DateRange(start, start.plus(1, unit), then.getOffset()));
    }

    private static DateRange daysAgo(long count, ChronoUnit unit, SearchContext context) {
        ZonedDateTime now = now(context);
        return day(now.minus(count, unit).toLocalDate(), now.getZone());
    }

    private static ZonedDateTime now(SearchContext context) {
        return context.now().atZone(context.zone().get());
    }

    private static DateRange day(LocalDate date, ZoneId zone) {
        ZonedDateTime start = date.atStartOfDay(zone);
        return new DateRange(
                start.toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant(), start.getOffset());
    }

    /** How a moment, an SQL expression that is never null, compares with this range. */
    SqlPredicate compare(String moment, Operator operator) {
        return switch (operator) {
            case EQUAL ->
                SqlPredicate.of(
                        "(" + moment + " >= cast(? as timestamptz) and " + moment + " < cast(? as timestamptz))",
                        literal(start),
                        literal(end));
            case LESS -> SqlPredicate.of(moment + " < cast(? as timestamptz)", literal(start));
            case LESS_OR_EQUAL -> SqlPredicate.of(moment + " < cast(? as timestamptz)", literal(end));
            case GREATER -> SqlPredicate.of(moment + " >= cast(? as timestamptz)", literal(end));
            case GREATER_OR_EQUAL -> SqlPredicate.of(moment + " >= cast(? as timestamptz)", literal(start));
        };
    }

    /** As PostgreSQL reads it. Beyond the years 0001 to 9999 there is nothing to find. */
    static String literal(Instant instant) {
        if (instant.isBefore(FIRST)) {
            return "-infinity";
        }
        return instant.isBefore(AFTER_LAST) ? instant.toString() : "infinity";
    }
}

package io.leadstatus.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date or date-time as callers write it: {@code 2014-01-01}, {@code 2014-01-01T08:00}, with seconds, a fraction that is
 * dropped, a blank instead of {@code T}, and a zone or none. A blank before the zone is a {@code +} that was decoded away
 * in the URL.
 *
 * @param time null for a date alone
 * @param offset null without a zone
 */
record DateParameter(LocalDate date, LocalTime time, ZoneOffset offset) {
    static final String INVALID = "Invalid ISO 8601 datetime.";

    private static final LocalTime LAST_SECOND_OF_DAY = LocalTime.of(23, 59, 59);
    private static final Pattern ISO_8601 = Pattern.compile("""
            (?x)
            (\\d{4}) - (\\d{2}) - (\\d{2})
            (?: [Tt\\ ] (\\d{2}) : (\\d{2}) (?: : (\\d{2}) (?: [.,] \\d+ )? )?
                ( [Zz] | [+\\-\\ ] \\d{2} (?: :? \\d{2} )? )?
            )?
            """);

    /** Reads a value; empty if it is none of these forms or names a moment that does not exist. */
    static Optional<DateParameter> parse(String value) {
        Matcher matcher = ISO_8601.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
            LocalTime time = matcher.group(4) == null
                    ? null
                    : LocalTime.of(
                            number(matcher, 4), number(matcher, 5), matcher.group(6) == null ? 0 : number(matcher, 6));
            ZoneOffset offset = matcher.group(7) == null ? null : parseOffset(matcher.group(7));
            return date.getYear() == 0 ? Optional.empty() : Optional.of(new DateParameter(date, time, offset));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * The first second that a period from here covers.
     *
     * @param zone where the date has no offset of its own
     */
    Instant asStart(Supplier<ZoneId> zone) {
        return clamp(at(time == null ? LocalTime.MIDNIGHT : time, zone));
    }

    /** The last second that a period until here covers; of a date alone, the last of its day. */
    Instant asEnd(Supplier<ZoneId> zone) {
        return time == null ? clamp(at(LAST_SECOND_OF_DAY, zone).withLaterOffsetAtOverlap()) : asStart(zone);
    }

    private ZonedDateTime at(LocalTime timeOfDay, Supplier<ZoneId> zone) {
        return ZonedDateTime.of(LocalDateTime.of(date, timeOfDay), offset == null ? zone.get() : offset);
    }

    private static Instant clamp(ZonedDateTime moment) {
        Instant instant = moment.toInstant();
        if (instant.isBefore(Period.EARLIEST)) {
            return Period.EARLIEST;
        }
        return instant.isAfter(Period.LATEST) ? Period.LATEST : instant;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static ZoneOffset parseOffset(String offset) {
        return offset.equalsIgnoreCase("Z") ? ZoneOffset.UTC : ZoneOffset.of(offset.replace(' ', '+'));
    }
}

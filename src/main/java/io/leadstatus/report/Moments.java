package io.leadstatus.report;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import io.leadstatus.report.HistoryRange.Source;

/** Moments of a history, among them {@link #BEGINNING} and {@link #NEVER}, which lie before and after all others. */
final class Moments {
    static final Instant BEGINNING = Instant.MIN;
    static final Instant NEVER = Instant.MAX;

    private Moments() {}

    /** As PostgreSQL reads it. */
    static String literal(Instant moment) {
        if (moment.equals(BEGINNING)) {
            return "-infinity";
        }
        return moment.isAfter(Period.LATEST) ? "infinity" : moment.toString();
    }

    /** When the unit of time (UTC) that a moment lies in began, or when the next one begins, whichever is nearer. */
    static Instant nearestStartOf(Source unit, Instant moment) {
        if (moment.equals(BEGINNING) || moment.equals(NEVER)) {
            return moment;
        }
        Instant start = startOf(unit, moment);
        Instant next = startAfter(unit, start);
        Duration half = Duration.between(start, next).dividedBy(2);
        return moment.isBefore(start.plus(half)) ? start : next;
    }

    /** When the unit of time (UTC) that a moment lies in began. */
    static Instant startOf(Source unit, Instant moment) {
        if (moment.equals(BEGINNING) || moment.equals(NEVER)) {
            return moment;
        }
        OffsetDateTime time = moment.atOffset(ZoneOffset.UTC);
        OffsetDateTime start = switch (unit) {
            case YEAR -> time.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
            case MONTH -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
            case DAY -> time.truncatedTo(ChronoUnit.DAYS);
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
            case JOURNAL, EVENT -> throw new IllegalArgumentException(unit + " is no unit of time");
        };
        return start.toInstant();
    }

    /** The first beginning of a day (UTC) that is not before a moment. */
    static Instant dayNotBefore(Instant moment) {
        Instant day = startOf(Source.DAY, moment);
        return day.equals(moment) ? day : startAfter(Source.DAY, day);
    }

    private static Instant startAfter(Source unit, Instant start) {
        OffsetDateTime time = start.atOffset(ZoneOffset.UTC);
        OffsetDateTime next = switch (unit) {
            case YEAR -> time.plusYears(1);
            case MONTH -> time.plusMonths(1);
            case DAY -> time.plusDays(1);
            case HOUR -> time.plusHours(1);
            case JOURNAL, EVENT -> throw new IllegalArgumentException(unit + " is no unit of time");
        };
        return next.toInstant();
    }
}

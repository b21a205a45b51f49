package io.leadstatus.report;

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
        return moment.equals(NEVER) ? "infinity" : moment.toString();
    }

    /** When the unit of time (UTC) that a moment lies in began. */
    static Instant startOf(Source unit, Instant moment) {
        if (moment.equals(BEGINNING) || moment.equals(NEVER)) {
            return moment;
        }
        OffsetDateTime time = moment.atOffset(ZoneOffset.UTC);
        return switch (unit) {
            case YEAR -> time.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1).toInstant();
            case MONTH -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).toInstant();
            case DAY -> time.truncatedTo(ChronoUnit.DAYS).toInstant();
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS).toInstant();
            case JOURNAL, EVENT -> throw new IllegalArgumentException(unit + " is no unit of time");
        };
    }

    /** The first beginning of a day (UTC) that is not before a moment. */
    static Instant dayNotBefore(Instant moment) {
        Instant day = startOf(Source.DAY, moment);
        return day.equals(moment) ? day : day.plus(1, ChronoUnit.DAYS);
    }
}

package io.leadstatus.page;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A period that people ask for by name. */
enum Preset {
    LAST_7_DAYS("Last 7 days", today -> today.minusDays(6), UnaryOperator.identity()),
    LAST_30_DAYS("Last 30 days", today -> today.minusDays(29), UnaryOperator.identity()),
    THIS_WEEK("This week", Preset::monday, today -> monday(today).plusDays(6)),
    LAST_WEEK(
            "Last week",
            today -> monday(today).minusWeeks(1),
            today -> monday(today).minusDays(1)),
    THIS_MONTH("This month", today -> today.withDayOfMonth(1), today -> today.with(TemporalAdjusters.lastDayOfMonth())),
    LAST_MONTH(
            "Last month",
            today -> today.withDayOfMonth(1).minusMonths(1),
            today -> today.withDayOfMonth(1).minusDays(1)),
    THIS_QUARTER(
            "This quarter",
            Preset::quarter,
            today -> quarter(today).plusMonths(3).minusDays(1)),
    LAST_QUARTER(
            "Last quarter",
            today -> quarter(today).minusMonths(3),
            today -> quarter(today).minusDays(1)),
    THIS_YEAR("This year", today -> today.withDayOfYear(1), today -> today.with(TemporalAdjusters.lastDayOfYear())),
    LAST_YEAR(
            "Last year",
            today -> today.withDayOfYear(1).minusYears(1),
            today -> today.withDayOfYear(1).minusDays(1));

    private final String label;
    private final UnaryOperator<LocalDate> firstDay;
    private final UnaryOperator<LocalDate> lastDay;

    Preset(String label, UnaryOperator<LocalDate> firstDay, UnaryOperator<LocalDate> lastDay) {
        this.label = label;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /** The one with this name in addresses, such as {@code last-month}. */
    static Optional<Preset> of(String name) {
        return Arrays.stream(values())
                .filter(preset -> preset.address().equals(name))
                .findFirst();
    }

    String label() {
        return label;
    }

    /** Its name in addresses. */
    String address() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    LocalDate firstDay(LocalDate today) {
        return firstDay.apply(today);
    }

    LocalDate lastDay(LocalDate today) {
        return lastDay.apply(today);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate quarter(LocalDate day) {
        return day.with(IsoFields.DAY_OF_QUARTER, 1);
    }
}

package io.leadstatus.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The periods that reports are measured over. All end a little before an organization's present, at no round time. */
enum ScalePeriod {
    HOUR("hour", Duration.ofHours(1)),
    DAY("day", Duration.ofDays(1)),
    MONTH("month", Duration.ofDays(30)),
    QUARTER("quarter", Duration.ofDays(91)),
    YEAR("year", Duration.ofDays(365)),
    TEN_YEARS("ten years", Duration.ofDays(3_650)),
    OVERALL("overall", null);

    private static final Duration BEFORE_PRESENT = Duration.ofSeconds(15 * 3_600 + 42 * 60 + 31);

    private final String label;
    private final Duration length;

    ScalePeriod(String label, Duration length) {
        this.label = label;
        this.length = length;
    }

    /** Those that {@code -Dperiods=day,ten_years} names; else all. */
    static List<ScalePeriod> chosen() {
        String chosen = System.getProperty("periods").toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(period -> chosen.isEmpty() || List.of(chosen.split(",")).contains(period.name()))
                .toList();
    }

    String label() {
        return label;
    }

    static Instant end(BenchmarkedOrganization organization) {
        return organization.today().minus(BEFORE_PRESENT);
    }

    /** Null for an overall report. */
    Instant start(BenchmarkedOrganization organization) {
        return length == null ? null : end(organization).minus(length);
    }
}

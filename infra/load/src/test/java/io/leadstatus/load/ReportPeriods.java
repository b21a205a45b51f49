package io.leadstatus.load;

import java.time.LocalDate;
import java.time.Period;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import io.leadstatus.load.LoadSettings.Caller;

/** What callers ask for: mostly a month, sometimes a season or a year, now and then everything; each caller in turn. */
final class ReportPeriods {
    private static final LocalDate FIRST_DAY = LocalDate.of(2011, 1, 1);
    private static final List<String> ZONES = List.of("UTC", "America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata");
    private static final List<Kind> MIX = List.of(
            new Kind("month", Period.ofMonths(1)),
            new Kind("month", Period.ofMonths(1)),
            new Kind("month", Period.ofMonths(1)),
            new Kind("season", Period.ofMonths(3)),
            new Kind("season", Period.ofMonths(3)),
            new Kind("year", Period.ofYears(1)),
            new Kind("overall", null));

    private record Kind(String name, Period length) {
        String query(LocalDate end) {
            return length == null ? "date_end=" + end : "date_start=" + end.minus(length) + "&date_end=" + end;
        }
    }

    private ReportPeriods() {}

    /** Without an end: organization, key, kind and query of one request after the other. */
    static Iterator<Map<String, Object>> of(List<Caller> callers, LocalDate today, long seed) {
        Random random = new Random(seed);
        int days = (int) (today.toEpochDay() - FIRST_DAY.toEpochDay());
        return Stream.iterate(0, request -> (request + 1) % callers.size())
                .map(callers::get)
                .map(caller -> {
                    Kind kind = MIX.get(random.nextInt(MIX.size()));
                    LocalDate end = FIRST_DAY.plusDays(random.nextInt(days));
                    String zone = ZONES.get(random.nextInt(ZONES.size()));
                    return Map.<String, Object>of(
                            "organization", caller.organization(),
                            "apiKey", caller.apiKey(),
                            "kind", kind.name(),
                            "query", kind.query(end) + "&timezone=" + zone);
                })
                .iterator();
    }
}

package io.leadstatus.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A random period near given moments, and one of the many ways to ask for it.
 *
 * @param start the first second of the period; null if overall
 * @param end its last second; null if up to now
 * @param offset value of the X-TZ-Offset header, or null
 */
record RandomBounds(Instant start, Instant end, Map<String, String> parameters, String offset) {
    private static final List<String> ZONES =
            List.of("UTC", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Auckland", "America/Sao_Paulo");
    private static final List<Integer> OFFSET_MINUTES = List.of(0, -480, 330, 60, -210, 840);

    /** How the bounds of one request name their zone: with the bound, by parameter, by header, or not at all. */
    private enum Naming {
        EXPLICIT,
        PARAMETER,
        HEADER,
        UTC
    }

    private record Bound(Instant second, String text) {}

    static RandomBounds near(List<Instant> moments, Random random) {
        Naming naming = Naming.values()[random.nextInt(4)];
        int minutes = OFFSET_MINUTES.get(random.nextInt(OFFSET_MINUTES.size()));
        String timezone = ZONES.get(random.nextInt(ZONES.size()));
        ZoneId zone = switch (naming) {
            case PARAMETER -> ZoneId.of(timezone);
            case HEADER, EXPLICIT -> ZoneOffset.ofTotalSeconds(minutes * 60);
            case UTC -> ZoneOffset.UTC;
        };
        Bound one = bound(moments, zone, naming, true, random);
        Bound other = bound(moments, zone, naming, false, random);
        while (one.second().isAfter(other.second())) {
            one = bound(moments, zone, naming, true, random);
            other = bound(moments, zone, naming, false, random);
        }
        int kind = random.nextInt(10);
        Map<String, String> parameters = new TreeMap<>();
        if (kind >= 2) {
            parameters.put("date_start", one.text());
        }
        if (kind >= 1) {
            parameters.put("date_end", other.text());
        }
        if (naming == Naming.PARAMETER) {
            parameters.put("timezone", timezone);
        }
        return new RandomBounds(
                kind >= 2 ? one.second() : null,
                kind >= 1 ? other.second() : null,
                parameters,
                naming == Naming.HEADER ? String.valueOf(minutes / 60.0) : null);
    }

    private static Bound bound(List<Instant> moments, ZoneId zone, Naming naming, boolean isStart, Random random) {
        Instant near = moments.get(random.nextInt(moments.size()))
                .truncatedTo(ChronoUnit.SECONDS)
                .plusSeconds(random.nextInt(3) - 1);
        if (naming != Naming.EXPLICIT && random.nextInt(3) == 0) {
            LocalDate date = LocalDate.ofInstant(near, zone);
            LocalDateTime local = date.atTime(isStart ? LocalTime.MIDNIGHT : LocalTime.of(23, 59, 59));
            if (zone.getRules().getValidOffsets(local).size() == 1) {
                return new Bound(local.atZone(zone).toInstant(), date.toString());
            }
        }
        LocalDateTime local = LocalDateTime.ofInstant(near, zone);
        boolean ambiguous = zone.getRules().getValidOffsets(local).size() != 1;
        String separator = random.nextBoolean() ? "T" : " ";
        String fraction = List.of("", ".0", ".123", ".999999").get(random.nextInt(4));
        String text = DateTimeFormatter.ofPattern("uuuu-MM-dd'" + separator + "'HH:mm:ss")
                        .format(local)
                + fraction;
        if (naming == Naming.EXPLICIT || ambiguous) {
            String pattern = List.of("XXX", "XX", "X").get(random.nextInt(3));
            ZoneOffset at = zone.getRules().getOffset(near);
            String written = DateTimeFormatter.ofPattern(at.getTotalSeconds() % 3600 == 0 ? pattern : "XXX")
                    .format(near.atOffset(at));
            // A plus sign that a client forgot to encode arrives as a blank.
            return new Bound(near, text + (random.nextBoolean() ? written : written.replace('+', ' ')));
        }
        return new Bound(near, text);
    }
}

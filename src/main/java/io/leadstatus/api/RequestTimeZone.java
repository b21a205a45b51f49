package io.leadstatus.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How dates without a zone are read: in the IANA zone of the parameter {@code timezone}, else at the fixed offset of the
 * header {@code X-TZ-Offset} (hours, such as {@code -8} or {@code 5.5}), else in UTC.
 */
public final class RequestTimeZone {
    public static final String PARAMETER = "timezone";
    public static final String HEADER = "X-TZ-Offset";

    private static final Pattern HOURS = Pattern.compile("[+-]?\\d{1,2}(\\.\\d{1,15})?");
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final int MOST_SECONDS = 14 * 3600;

    private final ZoneId zone;

    private RequestTimeZone(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * A zone that is wrong counts as UTC, and is told to {@code errors}: of the parameter always, of the header only if
     * it is {@code needed}, since Close's clients send it with every request.
     *
     * @param timezone value of the parameter; null or empty counts as absent
     * @param offset value of the header; null or empty counts as absent
     * @param needed whether anything in the request depends on the zone
     */
    public static RequestTimeZone of(String timezone, String offset, boolean needed, ParameterErrors errors) {
        if (timezone != null && !timezone.isEmpty()) {
            if (ZoneRulesProvider.getAvailableZoneIds().contains(timezone)) {
                return new RequestTimeZone(ZoneId.of(timezone));
            }
            errors.add(PARAMETER, "Unknown time zone. Use an IANA name such as \"America/Los_Angeles\".");
        } else if (needed && offset != null && !offset.isBlank()) {
            Optional<ZoneOffset> parsed = parseHours(offset.strip());
            if (parsed.isPresent()) {
                return new RequestTimeZone(parsed.get());
            }
            errors.add(HEADER, "Invalid offset. Use hours from -14 to 14 such as \"-8\" or \"5.5\".");
        }
        return new RequestTimeZone(ZoneOffset.UTC);
    }

    public ZoneId zone() {
        return zone;
    }

    private static Optional<ZoneOffset> parseHours(String hours) {
        if (!HOURS.matcher(hours).matches()) {
            return Optional.empty();
        }
        int seconds = new BigDecimal(hours)
                .multiply(SECONDS_PER_HOUR)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
        return Math.abs(seconds) <= MOST_SECONDS ? Optional.of(ZoneOffset.ofTotalSeconds(seconds)) : Optional.empty();
    }
}

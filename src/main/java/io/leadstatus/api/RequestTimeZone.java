package io.leadstatus.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * How dates without a zone are read: in the IANA zone of the parameter {@code timezone}, else at the fixed offset of the
 * header {@code X-TZ-Offset} (hours, such as {@code -8} or {@code 5.5}), else in UTC.
 */
public final class RequestTimeZone implements Supplier<ZoneId> {
    public static final String PARAMETER = "timezone";
    public static final String HEADER = "X-TZ-Offset";

    private static final Pattern HOURS = Pattern.compile("[+-]?\\d{1,2}(\\.\\d{1,15})?");
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final int MOST_SECONDS = 14 * 3600;

    private final String timezone;
    private final String offset;
    private final ParameterErrors errors;

    private RequestTimeZone(String timezone, String offset, ParameterErrors errors) {
        this.timezone = timezone;
        this.offset = offset;
        this.errors = errors;
    }

    /**
     * @param timezone value of the parameter; null or empty counts as absent
     * @param offset value of the header; null or empty counts as absent
     * @param errors learns of a wrong parameter always, of a wrong header only when the zone is asked for: Close's
     *     clients send it with every request
     */
    public static RequestTimeZone of(String timezone, String offset, ParameterErrors errors) {
        String named = timezone == null || timezone.isEmpty() ? null : timezone;
        if (named != null && !ZoneRulesProvider.getAvailableZoneIds().contains(named)) {
            errors.add(PARAMETER, "Unknown time zone. Use an IANA name such as \"America/Los_Angeles\".");
            named = "UTC";
        }
        return new RequestTimeZone(named, offset == null ? "" : offset.strip(), errors);
    }

    /** To be asked for only where something depends on it. One that is wrong counts as UTC. */
    @Override
    public ZoneId get() {
        if (timezone != null) {
            return ZoneId.of(timezone);
        }
        return offset.isEmpty()
                ? ZoneOffset.UTC
                : parseHours(offset).orElseGet(() -> {
                    errors.add(HEADER, "Invalid offset. Use hours from -14 to 14 such as \"-8\" or \"5.5\".");
                    return ZoneOffset.UTC;
                });
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

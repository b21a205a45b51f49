package io.leadstatus.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments as Close writes them in its resources: {@code 2017-09-18T12:43:26.315000+00:00}. */
public final class Timestamps {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'").withZone(ZoneOffset.UTC);

    private Timestamps() {}

    public static String format(Instant moment) {
        return FORMAT.format(moment);
    }
}

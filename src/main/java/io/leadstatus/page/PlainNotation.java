package io.leadstatus.page;

import java.time.Instant;

import io.quarkus.qute.TemplateExtension;

/** Numbers and moments as pages hold them, before the reader's browser puts them into the reader's notation. */
@TemplateExtension
final class PlainNotation {
    private static final String NARROW_NO_BREAK_SPACE = "\u202f";
    private static final int TO_THE_MINUTE = "2014-01-01T08:00".length();

    private PlainNotation() {}

    /** In groups of three digits as ISO 31-0 has it, which means the same to everybody. */
    static String grouped(long number) {
        return String.valueOf(number).replaceAll("(?<=\\d)(?=(\\d{3})+$)", NARROW_NO_BREAK_SPACE);
    }

    static String minute(Instant moment) {
        return minute(moment.toString());
    }

    /** @param moment as ISO 8601 has it, in UTC */
    static String minute(String moment) {
        return moment.substring(0, TO_THE_MINUTE).replace('T', ' ') + " UTC";
    }
}

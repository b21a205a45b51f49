package io.leadstatus.api;

import java.util.regex.Pattern;

/** Which part of a list is asked for: at most {@code limit} of what follows the first {@code skip}. */
public record Paging(int limit, int skip) {
    public static final String LIMIT = "_limit";
    public static final String SKIP = "_skip";

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAXIMUM_LIMIT = 200;
    private static final int MAXIMUM_SKIP = Integer.MAX_VALUE;

    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    /** Past this many characters an integer is larger than any maximum. */
    private static final int LONGEST = 18;

    private static final int LONGEST_SHOWN = 80;

    /**
     * Reads the parameters; null or empty counts as absent.
     *
     * @throws RequestException in Close's words
     */
    public static Paging of(String limit, String skip) {
        long wantedLimit = parse(LIMIT, limit, DEFAULT_LIMIT);
        long wantedSkip = parse(SKIP, skip, 0);
        requireAtMost("limit", wantedLimit, MAXIMUM_LIMIT);
        requireAtMost("skip", wantedSkip, MAXIMUM_SKIP);
        return new Paging((int) wantedLimit, (int) wantedSkip);
    }

    private static long parse(String parameter, String text, long ifAbsent) {
        if (text == null || text.isEmpty()) {
            return ifAbsent;
        }
        if (!INTEGER.matcher(text).matches()) {
            throw mustBe("an integer", parameter, text);
        }
        boolean isNegative = text.startsWith("-");
        long number = text.length() <= LONGEST ? Long.parseLong(text) : isNegative ? Long.MIN_VALUE : Long.MAX_VALUE;
        if (number < 0) {
            throw mustBe("a non-negative integer", parameter, text);
        }
        return number;
    }

    private static void requireAtMost(String what, long number, int maximum) {
        if (number > maximum) {
            throw RequestException.badRequest("The " + what + " you set is larger than the maximum " + what
                    + " for this resource (max_" + what + " = " + maximum + ").");
        }
    }

    private static RequestException mustBe(String kind, String parameter, String text) {
        String shown = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
        return RequestException.badRequest(parameter + " must be " + kind + " (got \"" + shown + "\" instead).");
    }
}

package io.leadstatus.operation;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What is told of the path of a request that no resource answers, for want of a credential perhaps: only the names that
 * the service's own paths begin with. Whatever else stands there may be what somebody searches for, a name or an address
 * of a person, also where it was mistyped.
 */
final class ToldPath {
    private static final Set<String> NAMES = Set.of(
            "api",
            "v1",
            "report",
            "statuses",
            "status",
            "lead",
            "saved_search",
            "me",
            "search",
            "assets",
            "q",
            "health",
            "live",
            "ready");
    /** More than any of the service's paths begins with. */
    private static final int MOST_NAMES = 6;

    private static final String SEARCH = "search";
    /** As it is told where the resource answers. */
    private static final String SEARCH_TEMPLATE = "/search/{query}";

    private ToldPath() {}

    /** @param path normalized, so that nothing but a search looks like one */
    static String of(String path) {
        List<String> segments = Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        if (segments.size() > 1 && segments.get(0).equals(SEARCH)) {
            return SEARCH_TEMPLATE;
        }
        List<String> told =
                segments.stream().limit(MOST_NAMES).takeWhile(NAMES::contains).toList();
        String names = told.stream().collect(joining("/", "/", ""));
        if (told.size() == segments.size()) {
            return names;
        }
        return told.isEmpty() ? "/*" : names + "/*";
    }
}

package io.leadstatus.load;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What load is made, from system properties ({@code -Dname=value}).
 *
 * @param baseUrl of the service, without a slash at its end
 * @param callers who ask, in turn
 * @param rate requests a second
 * @param rampSeconds in which the rate is reached
 * @param seconds for which it is kept
 * @param p50 milliseconds in which half of the requests has to be answered, and so on
 * @param failedPercent of the requests that may fail
 * @param seed of the periods that are asked for
 */
record LoadSettings(
        String baseUrl,
        List<Caller> callers,
        int rate,
        int rampSeconds,
        int seconds,
        int p50,
        int p95,
        int p99,
        double failedPercent,
        long seed) {

    /** An organization and its API key. */
    record Caller(String organization, String apiKey) {
        private static final Pattern FORM = Pattern.compile("orga_\\w+:\\S+");

        static Caller of(String text) {
            String[] parts = text.split(":", 2);
            return new Caller(parts[0], parts[1]);
        }

        /** Without the key: it is a secret. */
        @Override
        public String toString() {
            return organization;
        }
    }

    private static final String BOTH_OF_THE_DEMO = "orga_demo:api_demo,orga_lively:api_lively";

    LoadSettings {
        callers = List.copyOf(callers);
    }

    /**
     * Reads and checks them.
     *
     * @throws IllegalArgumentException that names everything that is wrong
     */
    static LoadSettings of(Properties properties) {
        Reader reader = new Reader(properties);
        LoadSettings settings = new LoadSettings(
                reader.url("baseUrl", "http://localhost:8080"),
                reader.callers("callers", BOTH_OF_THE_DEMO),
                reader.integer("rate", 1, 10_000, 20),
                reader.integer("rampSeconds", 1, 3_600, 10),
                reader.integer("seconds", 1, 86_400, 60),
                reader.integer("p50", 1, 30_000, 100),
                reader.integer("p95", 1, 30_000, 300),
                reader.integer("p99", 1, 30_000, 1_000),
                reader.integer("failedPercent", 0, 100, 0),
                reader.integer("seed", 0, Integer.MAX_VALUE, 11));
        reader.throwErrors();
        return settings;
    }

    private record Reader(Properties properties, List<String> errors) {
        Reader(Properties properties) {
            this(properties, new ArrayList<>());
        }

        int integer(String name, int lowest, int highest, int standard) {
            String text = text(name, "" + standard);
            boolean isNumber = text.matches("\\d{1,10}") && Long.parseLong(text) <= Integer.MAX_VALUE;
            if (!isNumber || Integer.parseInt(text) < lowest || Integer.parseInt(text) > highest) {
                refuse(name, text, "a number from " + lowest + " to " + highest, "" + standard);
                return standard;
            }
            return Integer.parseInt(text);
        }

        String url(String name, String standard) {
            String text = text(name, standard).replaceAll("/+$", "");
            if (!text.matches("https?://[^/?#\\s]+")) {
                refuse(name, text, "the address of a service", standard);
                return standard;
            }
            return URI.create(text).toString();
        }

        List<Caller> callers(String name, String standard) {
            List<String> texts = Arrays.asList(text(name, standard).split(","));
            if (!texts.stream().allMatch(text -> Caller.FORM.matcher(text).matches())) {
                // Not the text: it holds keys.
                errors.add(name + ": is no list of organization:key; accepted is, for example, -D" + name + "="
                        + standard);
                return List.of();
            }
            return texts.stream().map(Caller::of).toList();
        }

        private String text(String name, String standard) {
            return Optional.ofNullable(properties.getProperty(name))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .orElse(standard);
        }

        private void refuse(String name, String text, String expected, String example) {
            errors.add("%s: \"%s\" is not %s; accepted is, for example, -D%s=%s"
                    .formatted(name, text, expected, name, example));
        }

        void throwErrors() {
            if (!errors.isEmpty()) {
                throw new IllegalArgumentException(String.join(System.lineSeparator(), errors));
            }
        }
    }
}

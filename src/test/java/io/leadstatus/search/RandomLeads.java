package io.leadstatus.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Leads with histories and documents of which every part is missing, empty, null or odd in some. */
final class RandomLeads {
    static final Instant NOW = Instant.parse("2020-01-25T05:30:00Z");
    static final List<String> STATUSES = List.of("stat_1", "stat_2", "stat_3", "stat_4", "stat_5", "stat_6");

    private static final List<String> NAMES = List.of(
            "Acme Inc.",
            "ACME",
            "O'Hara & Sons",
            "Café Münster",
            "Cafe Zoë",
            "Åre Ski",
            "Жук и Ко",
            "New York Pizza",
            "York",
            "100% Acme",
            "Smith_Jones",
            "Back\\slash",
            "");
    private static final List<String> PEOPLE = List.of("Ann Smith", "Zoë York", "Mary-Ann O'Hara", "");
    private static final List<String> DATES = List.of(
            "2020-01-10",
            "2020-01-15T10:00:00Z",
            "2020-01-20T12:00:30.500000+00:00",
            "2020-01-24",
            "2020-01-25",
            "2020-01-25T05:20:10+00:00",
            "2020-01-24 23:00:00",
            "2020-02-30",
            "soon");

    /** Too long for the index of words to hold it whole. */
    private static final String LONG_SOURCE = "A cold call of a friend ".repeat(5) + "in New York: café Münster, web";

    private final Random random;

    RandomLeads(Random random) {
        this.random = random;
    }

    static void prepare(SearchDatabase database, String organization) {
        // stat_2 and stat_3 share a slug; stat_5 and stat_6 a label.
        List<String> labels = List.of("Potential", "Bad Fit", "bad fit", "Qualified", "Customer", "customer");
        for (int i = 0; i < labels.size(); i++) {
            database.status(organization, STATUSES.get(i), labels.get(i));
        }
    }

    void fill(SearchDatabase database, String organization, String prefix, int count) {
        for (int i = 1; i <= count; i++) {
            String lead = prefix + i;
            Instant at = moment();
            database.lead(organization, lead, oneOf(STATUSES), at, document());
            for (int move = random.nextInt(5); move > 0; move--) {
                Instant moved = random.nextInt(6) == 0 ? at : moment();
                if (!moved.isBefore(at)) {
                    String from = random.nextInt(4) == 0 ? oneOf(STATUSES) : null;
                    database.move(organization, lead, oneOf(STATUSES), moved, from);
                }
            }
        }
    }

    /** Often just at the edge of a second, minute or day that searches name. */
    private Instant moment() {
        Instant base = oneOf(List.of(
                Instant.parse("2020-01-10T00:00:00Z"),
                Instant.parse("2020-01-15T00:00:00Z"),
                Instant.parse("2020-01-20T12:00:30Z"),
                Instant.parse("2020-01-20T12:01:00Z"),
                Instant.parse("2020-01-20T10:00:30Z"),
                Instant.parse("2020-01-24T08:00:00Z"),
                Instant.parse("2020-01-25T05:20:00Z"),
                Instant.parse("2020-01-22T08:00:00Z")));
        return base.plus(oneOf(List.of(
                Duration.ZERO,
                Duration.ofMillis(-1),
                Duration.ofMillis(999),
                Duration.ofSeconds(-1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(59),
                Duration.ofHours(random.nextInt(20)).negated())));
    }

    private Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        maybe(document, "display_name", () -> oneOf(NAMES));
        maybe(document, "name", () -> oneOf(NAMES));
        maybe(
                document,
                "description",
                () -> oneOf(List.of("", "Came by cold call.", "new, york", "web", "acme * inc")));
        maybe(document, "url", () -> oneOf(List.of("https://acme.example.com", "")));
        maybe(document, "created_by_name", () -> oneOf(PEOPLE));
        maybe(document, "contacts", () -> some(this::contact));
        maybe(document, "addresses", () -> some(this::address));
        maybe(document, "opportunities", () -> some(this::opportunity));
        maybe(document, "tasks", () -> some(this::task));
        maybe(document, "custom", this::custom);
        maybe(document, "custom.cf_1", () -> oneOf(List.of("Web", "Cold Call", List.of("new", "Café"), "")));
        maybe(document, "custom.cf_2", () -> oneOf(List.of(1, 30, 99.5, "100", "many")));
        document.values().removeIf(value -> value == null);
        return document;
    }

    private Map<String, Object> contact() {
        Map<String, Object> contact = new LinkedHashMap<>();
        maybe(contact, "name", () -> oneOf(PEOPLE));
        maybe(contact, "title", () -> oneOf(List.of("CEO", "Cold Caller", "")));
        maybe(
                contact,
                "emails",
                () -> some(() -> Map.of(
                        "email", oneOf(List.of("ann@example.com", "mary-ann@example.com", "Ann@Example.com.au")))));
        maybe(
                contact,
                "phones",
                () -> some(() -> Map.of("phone", oneOf(List.of("+14155550100", "+49 (30) 415", "415 555", "")))));
        return contact;
    }

    private Map<String, Object> address() {
        Map<String, Object> address = new LinkedHashMap<>();
        maybe(address, "address_1", () -> oneOf(List.of("1 Acme Street", "York Road")));
        maybe(address, "city", () -> oneOf(List.of("New York", "Münster", "York", "")));
        maybe(address, "state", () -> oneOf(List.of("NY", "")));
        maybe(address, "zipcode", () -> oneOf(List.of("10000", 100)));
        maybe(address, "country", () -> oneOf(List.of("US", "DE")));
        return address;
    }

    private Map<String, Object> opportunity() {
        Map<String, Object> opportunity = new LinkedHashMap<>();
        maybe(opportunity, "status_type", () -> oneOf(List.of("won", "active", "lost")));
        maybe(opportunity, "status_label", () -> oneOf(List.of("Won", "On Hold", "Active")));
        maybe(opportunity, "value", () -> oneOf(List.of(0, 1, 30, 100, 99.5, -1)));
        maybe(opportunity, "user_name", () -> oneOf(PEOPLE));
        maybe(opportunity, "date_created", () -> oneOf(DATES));
        return opportunity;
    }

    private Map<String, Object> task() {
        Map<String, Object> task = new LinkedHashMap<>();
        maybe(task, "text", () -> oneOf(List.of("Call back", "Back up")));
        maybe(task, "date", () -> oneOf(DATES));
        maybe(task, "is_complete", random::nextBoolean);
        return task;
    }

    private Map<String, Object> custom() {
        Map<String, Object> custom = new LinkedHashMap<>();
        maybe(
                custom,
                "Lead Source",
                () -> oneOf(List.of(
                        "Web",
                        "Cold Call",
                        "100%",
                        "",
                        "A new web call in Munster",
                        "Cold web York call",
                        LONG_SOURCE,
                        List.of("Ann", LONG_SOURCE))));
        maybe(custom, "Seats", () -> oneOf(List.of(0, 1, 30, 30.0, 300, "30", List.of(1, 30), List.of())));
        maybe(custom, "Renewal", () -> oneOf(DATES));
        maybe(custom, "Paused", random::nextBoolean);
        maybe(custom, "Tags", () -> some(() -> oneOf(List.of("New York", "web", "Ann"))));
        return custom;
    }

    private void maybe(Map<String, Object> document, String name, Supplier<Object> value) {
        int chance = random.nextInt(12);
        if (chance > 2) {
            document.put(name, value.get());
        } else if (chance == 0) {
            document.put(name, null);
        }
    }

    private List<Object> some(Supplier<Object> item) {
        List<Object> items = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            items.add(item.get());
        }
        return items;
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

package io.leadstatus.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.leadstatus.demo.DemoLead.Move;

/** Makes up leads that look like those of a sales team: companies, people, deals. Nobody of that name is meant. */
public final class PlausibleLeads {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE_62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 43;

    private static final List<String> PLACES = List.of(
            "Alder", "Birch", "Cedar", "Copper", "Delta", "Eagle", "Falcon", "Granite", "Harbor", "Iron", "Juniper",
            "Kestrel", "Lake", "Maple", "North", "Oak", "Pacific", "Quarry", "River", "Summit", "Timber", "Union",
            "Valley", "Willow", "Zenith", "Café", "Münster", "Åre", "Peña", "O'Hara");
    private static final List<String> TRADES = List.of(
            "Analytics",
            "Bakery",
            "Builders",
            "Capital",
            "Dental",
            "Design",
            "Electric",
            "Foods",
            "Freight",
            "Gardens",
            "Health",
            "Insurance",
            "Labs",
            "Law",
            "Logistics",
            "Media",
            "Motors",
            "Partners",
            "Plumbing",
            "Robotics",
            "Software",
            "Solar",
            "Studio",
            "Supply",
            "Systems",
            "Travel");
    private static final List<String> FORMS = List.of("Inc.", "LLC", "Ltd", "Group", "& Sons", "Co.", "GmbH");
    private static final List<String> FIRST_NAMES = List.of(
            "Ada", "Ben", "Carla", "Dev", "Elena", "Femi", "Grace", "Hiro", "Ines", "Jonas", "Kai", "Lucía", "Mara",
            "Noor", "Otto", "Priya", "Quinn", "Rosa", "Sven", "Tara", "Uma", "Victor", "Wen", "Yara", "Zoë");
    private static final List<String> LAST_NAMES = List.of(
            "Abbott",
            "Becker",
            "Costa",
            "Diaz",
            "Eriksen",
            "Fischer",
            "García",
            "Haddad",
            "Ito",
            "Jansen",
            "Kowalski",
            "Larsen",
            "Meyer",
            "Novak",
            "Okafor",
            "Patel",
            "Quist",
            "Rossi",
            "Sato",
            "Tanaka",
            "Usman",
            "Varga",
            "Weber",
            "Young",
            "Zhang");
    private static final List<String> TITLES =
            List.of("CEO", "Founder", "Head of Sales", "Office Manager", "CTO", "Buyer", "Director of Operations");
    private static final List<List<String>> CITIES = List.of(
            List.of("New York", "NY", "US"),
            List.of("San Francisco", "CA", "US"),
            List.of("Austin", "TX", "US"),
            List.of("Chicago", "IL", "US"),
            List.of("Portland", "OR", "US"),
            List.of("Boston", "MA", "US"),
            List.of("Toronto", "ON", "CA"),
            List.of("London", "", "GB"),
            List.of("Berlin", "", "DE"),
            List.of("São Paulo", "SP", "BR"));
    private static final List<String> SOURCES = List.of("Web", "Referral", "Cold Call", "Conference", "Partner");
    private static final List<String> USERS = List.of("Mark Carter", "Justin Lee", "Sofia Brandt", "Aisha Khan");

    private final Random random;
    private final Supplier<String> names;

    PlausibleLeads(Random random) {
        this(random, () -> PLACES.get(random.nextInt(PLACES.size())));
    }

    /** @param names what the names of companies begin with */
    public PlausibleLeads(Random random, Supplier<String> names) {
        this.random = random;
        this.names = names;
    }

    /** A lead with this history. */
    DemoLead lead(List<Move> moves, boolean won) {
        String document = document(moves.get(0).at(), won);
        return new DemoLead(id("lead"), moves, document);
    }

    /** What a lead holds, JSON without line breaks. */
    public String document(Instant created, boolean won) {
        String company = names.get() + " " + oneOf(TRADES) + " " + oneOf(FORMS);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("display_name", company);
        document.put("name", company);
        document.put("description", random.nextInt(3) == 0 ? "Came to us through " + oneOf(SOURCES) + "." : "");
        document.put("url", "https://" + domain(company));
        document.put("created_by_name", oneOf(USERS));
        document.put("contacts", contacts(company));
        document.put("addresses", random.nextInt(5) == 0 ? List.of() : List.of(address()));
        document.put("opportunities", won || random.nextInt(6) == 0 ? List.of(opportunity(created, won)) : List.of());
        document.put("tasks", random.nextInt(8) == 0 ? List.of(task(created)) : List.of());
        document.put("custom", custom());
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of text and numbers are JSON", e);
        }
    }

    private List<Map<String, Object>> contacts(String company) {
        List<Map<String, Object>> contacts = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String first = oneOf(FIRST_NAMES);
            String last = oneOf(LAST_NAMES);
            String email = ascii(first + "." + last) + "@" + domain(company);
            contacts.add(Map.of(
                    "id", id("cont"),
                    "name", first + " " + last,
                    "title", oneOf(TITLES),
                    "emails", List.of(Map.of("email", email, "type", "office")),
                    "phones", List.of(Map.of("phone", "+1415555" + (1000 + random.nextInt(9000)), "type", "office"))));
        }
        return contacts;
    }

    private Map<String, Object> address() {
        List<String> city = oneOf(CITIES);
        return Map.of(
                "label", "business",
                "address_1", (1 + random.nextInt(990)) + " " + oneOf(PLACES) + " Street",
                "city", city.get(0),
                "state", city.get(1),
                "zipcode", String.valueOf(10_000 + random.nextInt(89_000)),
                "country", city.get(2));
    }

    private Map<String, Object> opportunity(Instant created, boolean won) {
        String status = won ? "won" : random.nextBoolean() ? "active" : "lost";
        return Map.of(
                "id",
                id("oppo"),
                "status_type",
                status,
                "status_label",
                status.substring(0, 1).toUpperCase(Locale.ROOT) + status.substring(1),
                "value",
                100 * (5 + random.nextInt(2_000)),
                "value_currency",
                "USD",
                "value_period",
                "one_time",
                "confidence",
                won ? 100 : 10 * random.nextInt(10),
                "user_name",
                oneOf(USERS),
                "date_created",
                created.plus(Duration.ofDays(1)).toString());
    }

    private Map<String, Object> task(Instant created) {
        return Map.of(
                "id", id("task"),
                "text", "Call back",
                "is_complete", random.nextBoolean(),
                "assigned_to_name", oneOf(USERS),
                "date",
                        created.plus(Duration.ofDays(random.nextInt(30)))
                                .toString()
                                .substring(0, 10));
    }

    private Map<String, Object> custom() {
        Map<String, Object> custom = new LinkedHashMap<>();
        custom.put("Lead Source", oneOf(SOURCES));
        custom.put("Seats", 1 + random.nextInt(400));
        if (random.nextInt(4) == 0) {
            custom.put("Paused", random.nextBoolean());
        }
        if (random.nextInt(4) == 0) {
            custom.put("Renewal", "20" + (15 + random.nextInt(15)) + "-0" + (1 + random.nextInt(9)) + "-15");
        }
        if (random.nextInt(4) == 0) {
            custom.put("Products", List.of("Calling", "Email"));
        }
        return custom;
    }

    /** One as Close has them, such as {@code lead_…}. */
    public String id(String prefix) {
        StringBuilder id = new StringBuilder(prefix).append('_');
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(BASE_62.charAt(random.nextInt(BASE_62.length())));
        }
        return id.toString();
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String domain(String company) {
        return ascii(company) + ".example.com";
    }

    private static String ascii(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
    }
}

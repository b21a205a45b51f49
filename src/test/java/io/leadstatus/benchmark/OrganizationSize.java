package io.leadstatus.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The organizations that benchmarks measure with. */
enum OrganizationSize {
    SMALL("50k", 50_000, 1.2, false),
    MEDIUM("1m", 1_000_000, 4, false),
    LARGE("5m", 5_000_000, 5, true);

    private final String label;
    private final int leads;
    private final double eventsPerLead;
    private final boolean isLean;

    OrganizationSize(String label, int leads, double eventsPerLead, boolean isLean) {
        this.label = label;
        this.leads = leads;
        this.eventsPerLead = eventsPerLead;
        this.isLean = isLean;
    }

    /** @param labels such as {@code 50k,1m} */
    static List<OrganizationSize> listOf(String labels) {
        return Arrays.stream(labels.split(","))
                .map(OrganizationSize::of)
                .distinct()
                .sorted()
                .toList();
    }

    static OrganizationSize of(String label) {
        return Arrays.stream(values())
                .filter(size -> size.label.equals(label.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("size: 50k, 1m or 5m, not " + label));
    }

    int leads() {
        return leads;
    }

    /** About: what would lie after today falls away. */
    double eventsPerLead() {
        return eventsPerLead;
    }

    /** Whether its leads hold next to nothing, to save time and disk. */
    boolean isLean() {
        return isLean;
    }

    String label() {
        return label;
    }

    String organization() {
        return "orga_benchmark_" + label;
    }

    String apiKey() {
        return "api_benchmark_" + label;
    }
}

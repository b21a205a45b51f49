package io.leadstatus.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** The organizations that benchmarks measure with. */
enum OrganizationSize {
    SMALL("50k", 50_000, 1.2),
    MEDIUM("1m", 1_000_000, 4),
    LARGE("5m", 5_000_000, 5);

    private final String label;
    private final int leads;
    private final double eventsPerLead;

    OrganizationSize(String label, int leads, double eventsPerLead) {
        this.label = label;
        this.leads = leads;
        this.eventsPerLead = eventsPerLead;
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

    String organization() {
        return "orga_benchmark_" + label;
    }

    String apiKey() {
        return "api_benchmark_" + label;
    }
}

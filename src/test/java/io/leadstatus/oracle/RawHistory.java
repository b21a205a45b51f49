package io.leadstatus.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Everything that happened to the leads of one organization, as plain lists. */
final class RawHistory {
    /** In the organization's order. */
    final List<Status> statuses = new ArrayList<>();

    /** The events of the leads that exist, by lead. */
    final Map<String, List<RawEvent>> leads = new HashMap<>();

    /** What these leads hold, by lead. */
    final Map<String, RawDocument> documents = new HashMap<>();

    private int arrivals;

    record Status(String id, String label, boolean deleted) {}

    void create(String lead, Instant at, String status, RawDocument document) {
        documents.put(lead, document);
        leads.put(lead, new ArrayList<>(List.of(new RawEvent(at, arrivals++, null, status))));
    }

    /** @param from as the source recorded it; null: the status at that moment, which is the one before by arrival */
    void change(String lead, Instant at, String from, String to) {
        String origin = from == null ? statusAt(lead, at) : from;
        if (!origin.equals(to)) {
            leads.get(lead).add(new RawEvent(at, arrivals++, origin, to));
        }
    }

    Instant createdAt(String lead) {
        return leads.get(lead).stream().min(RawEvent.IN_ORDER).orElseThrow().at();
    }

    String statusNow(String lead) {
        return statusAt(lead, Instant.MAX);
    }

    /** The same organization, were there no leads but some. */
    RawHistory only(Predicate<String> some) {
        RawHistory part = new RawHistory();
        part.statuses.addAll(statuses);
        leads.keySet().stream().filter(some).forEach(lead -> part.leads.put(lead, leads.get(lead)));
        return part;
    }

    /** As it is now, whatever happens later. */
    RawHistory copy() {
        RawHistory copy = new RawHistory();
        copy.statuses.addAll(statuses);
        leads.forEach((lead, events) -> copy.leads.put(lead, List.copyOf(events)));
        return copy;
    }

    /** Parts of one organization, each with leads of its own. */
    static RawHistory together(List<RawHistory> parts) {
        RawHistory whole = new RawHistory();
        whole.statuses.addAll(parts.get(0).statuses);
        parts.forEach(part -> whole.leads.putAll(part.leads));
        return whole;
    }

    private String statusAt(String lead, Instant at) {
        return leads.get(lead).stream()
                .filter(event -> !event.at().isAfter(at))
                .max(RawEvent.IN_ORDER)
                .orElseThrow()
                .to();
    }
}

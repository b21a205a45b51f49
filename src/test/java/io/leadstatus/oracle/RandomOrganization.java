package io.leadstatus.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import io.leadstatus.lead.LeadHistory;

/** Writes a random history into an organization, and the same into the oracle's plain lists. */
final class RandomOrganization {
    static final List<String> NAMES = List.of("Acme Inc.", "The acme", "Globex");

    final String id;
    final RawHistory raw = new RawHistory();
    final List<Instant> moments = new ArrayList<>();

    private final LeadHistory history;
    private final Random random;

    RandomOrganization(String id, LeadHistory history, Random random) {
        this.id = id;
        this.history = history;
        this.random = random;
        chooseMoments();
        createStatuses();
    }

    /** Another writer of the same organization, who has leads of its own. */
    private RandomOrganization(RandomOrganization other, Random random) {
        this.id = other.id;
        this.history = other.history;
        this.random = random;
        this.moments.addAll(other.moments);
        this.raw.statuses.addAll(other.raw.statuses);
    }

    RandomOrganization another(Random random) {
        return new RandomOrganization(this, random);
    }

    /** Few moments, many of them close together: ties, neighbours, seconds and days that are shared. */
    private void chooseMoments() {
        Instant base = Instant.parse("2015-03-01T00:00:00Z");
        int days = List.of(1, 3, 40, 1500).get(random.nextInt(4));
        for (int i = 3 + random.nextInt(12); i > 0; i--) {
            Instant moment = random.nextInt(3) == 0
                    ? base.plus(Duration.ofDays(random.nextInt(days + 1)))
                    : base.plusSeconds(random.nextInt(days * 86_400));
            moments.add(moment);
            moments.add(
                    moment.plusNanos(List.of(0, 1_000, 400_000_000, 999_999_000).get(random.nextInt(4))));
            moments.add(moment.plusSeconds(1));
        }
    }

    private void createStatuses() {
        for (int i = 2 + random.nextInt(5); i > 0; i--) {
            String label = oneOf(List.of("Potential", "Qualified", "Bad Fit", "bad_fit", "Wön \"\\ 100%", "Potential"));
            String color = random.nextBoolean() ? null : "#12abEF";
            raw.statuses.add(new RawHistory.Status(history.createStatus(id, label, color, null), label, false));
        }
    }

    void step() {
        if (raw.leads.isEmpty() || random.nextInt(100) < 93) {
            stepOfLead();
        } else {
            editStatuses();
        }
    }

    /** Writes a lead's history, and leaves the statuses alone. */
    void stepOfLead() {
        int choice = raw.leads.isEmpty() ? 0 : random.nextInt(93);
        if (choice < 25) {
            createLead();
        } else if (choice < 85) {
            changeStatus();
        } else if (choice < 89) {
            deleteLead();
        } else {
            mergeLeads();
        }
    }

    private void createLead() {
        Instant at = oneOf(moments);
        String status = oneOf(raw.statuses).id();
        RawDocument document =
                new RawDocument(oneOf(NAMES), oneOf(List.of("gold", "silver", "bronze", "")), random.nextInt(5));
        raw.create(history.createLead(id, status, at, null, document.json()), at, status, document);
    }

    private void changeStatus() {
        String lead = anyLead();
        Instant created = raw.createdAt(lead);
        Instant at = oneOf(
                moments.stream().filter(moment -> !moment.isBefore(created)).toList());
        String to = oneOf(raw.statuses).id();
        // Sources differ: some name no origin, some one that does not fit what was known before.
        String from = random.nextInt(3) > 0 ? null : oneOf(raw.statuses).id();
        history.changeStatus(id, lead, to, at, from);
        raw.change(lead, at, from, to);
    }

    private void deleteLead() {
        String lead = anyLead();
        history.deleteLead(id, lead);
        raw.leads.remove(lead);
    }

    private void mergeLeads() {
        String source = anyLead();
        String destination = anyLead();
        if (!source.equals(destination)) {
            history.mergeLeads(id, source, destination);
            raw.leads.remove(source);
        }
    }

    private void editStatuses() {
        int index = random.nextInt(raw.statuses.size());
        RawHistory.Status status = raw.statuses.get(index);
        switch (random.nextInt(3)) {
            case 0 -> {
                history.renameStatus(id, status.id(), "Renamed");
                raw.statuses.set(index, new RawHistory.Status(status.id(), "Renamed", status.deleted()));
            }
            case 1 -> {
                history.deleteStatus(id, status.id());
                raw.statuses.set(index, new RawHistory.Status(status.id(), status.label(), true));
            }
            default -> {
                int place = random.nextInt(raw.statuses.size());
                history.moveStatus(id, status.id(), place);
                // Among the others, of which those that are not deleted come first.
                raw.statuses.remove(index);
                raw.statuses.sort(Comparator.comparing(RawHistory.Status::deleted));
                raw.statuses.add(place, status);
            }
        }
    }

    private String anyLead() {
        return oneOf(raw.leads.keySet().stream().sorted().toList());
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

package io.leadstatus.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import io.leadstatus.demo.DemoLead.Move;
import io.leadstatus.demo.DemoOrganization.SmartView;
import io.leadstatus.demo.DemoOrganization.Status;

/**
 * An organization where something happens: about 2,000 leads over four years up to today in eight statuses, of which one
 * is deleted and one was renamed. Leads go forward, bounce, come back and are lost.
 */
final class LivelyOrganization {
    private static final Status POTENTIAL = Status.of("stat_lively_potential", "Potential", "#4A90D9");
    private static final Status CONTACTED = Status.of("stat_lively_contacted", "Contacted", "#38B2AC");
    private static final Status QUALIFIED = Status.of("stat_lively_qualified", "Qualified", "#38A169");
    private static final Status IN_TRIAL = new Status("stat_lively_trial", "In Trial", "Evaluating", "#D69E2E", false);
    private static final Status NEGOTIATING = Status.of("stat_lively_negotiating", "Negotiating", "#DD6B20");
    private static final Status CUSTOMER = Status.of("stat_lively_customer", "Customer", "#805AD5");
    private static final Status BAD_FIT = Status.of("stat_lively_bad_fit", "Bad Fit", "#9B9B9B");
    private static final Status NURTURING = new Status("stat_lively_nurturing", "Nurturing", null, "#718096", true);

    private static final List<SmartView> SMART_VIEWS = List.of(
            new SmartView("save_lively_open", "Open", "not status in (\"Customer\", \"Bad Fit\", \"Nurturing\")"),
            new SmartView("save_lively_new", "New this month", "created > 30 days ago sort:-created"),
            new SmartView("save_lively_new_open", "New and open", "in:\"Open\" in:\"New this month\""),
            new SmartView("save_lively_won", "Won", "opportunity:won"),
            new SmartView(
                    "save_lively_back",
                    "Lost once, and back",
                    "lead_status_change(old_status:\"Bad Fit\") and not status:bad_fit"));

    static final DemoOrganization ORGANIZATION = new DemoOrganization(
            "orga_lively",
            "Lively GmbH",
            "api_lively",
            "token_lively",
            List.of(POTENTIAL, CONTACTED, QUALIFIED, IN_TRIAL, NEGOTIATING, CUSTOMER, BAD_FIT, NURTURING),
            SMART_VIEWS);

    private static final int LEADS = 2_000;
    private static final Duration AGE = Duration.ofDays(4 * 365);
    /** Nurturing was given up this long ago. */
    private static final Duration WITHOUT_NURTURING = Duration.ofDays(540);

    private static final int MOST_MOVES = 14;

    /** Where a lead goes next, one of these by chance; again and again the same is a bounce. */
    private static final Map<Status, List<Status>> NEXT = Map.of(
            POTENTIAL, List.of(CONTACTED, CONTACTED, CONTACTED, QUALIFIED, BAD_FIT),
            CONTACTED, List.of(QUALIFIED, QUALIFIED, BAD_FIT, NURTURING, POTENTIAL),
            QUALIFIED, List.of(IN_TRIAL, IN_TRIAL, NEGOTIATING, CONTACTED, BAD_FIT),
            IN_TRIAL, List.of(NEGOTIATING, NEGOTIATING, QUALIFIED, BAD_FIT, NURTURING),
            NEGOTIATING, List.of(CUSTOMER, CUSTOMER, IN_TRIAL, BAD_FIT),
            CUSTOMER, List.of(NEGOTIATING, QUALIFIED),
            BAD_FIT, List.of(POTENTIAL, NURTURING),
            NURTURING, List.of(CONTACTED, QUALIFIED, BAD_FIT));

    private final Instant today;

    LivelyOrganization(Instant now) {
        this.today = now.truncatedTo(ChronoUnit.MINUTES);
    }

    List<DemoLead> leads() {
        Random random = new Random(11);
        PlausibleLeads plausible = new PlausibleLeads(random);
        return Stream.generate(() -> history(random))
                .limit(LEADS)
                .map(moves -> plausible.lead(
                        moves, moves.stream().anyMatch(move -> move.status().equals(CUSTOMER.id()))))
                .toList();
    }

    private List<Move> history(Random random) {
        double share = Math.pow(random.nextDouble(), 0.7);
        Instant at = workingHour(today.minus(AGE).plusSeconds((long) (AGE.toSeconds() * share)), random);
        Status status = random.nextInt(8) == 0 ? CONTACTED : POTENTIAL;
        List<Move> moves = new ArrayList<>();
        while (at.isBefore(today) && moves.size() < MOST_MOVES) {
            moves.add(new Move(at, status.id()));
            if (isFinal(status, random)) {
                break;
            }
            at = at.plus(pause(status, random));
            status = next(status, at, random);
        }
        return moves.isEmpty() ? List.of(new Move(today.minus(1, ChronoUnit.HOURS), status.id())) : moves;
    }

    private static boolean isFinal(Status status, Random random) {
        if (status == CUSTOMER || status == BAD_FIT) {
            return random.nextInt(10) < 8;
        }
        return random.nextInt(12) == 0;
    }

    private Status next(Status status, Instant at, Random random) {
        List<Status> choices = NEXT.get(status);
        Status chosen = choices.get(random.nextInt(choices.size()));
        if (chosen == NURTURING && at.isAfter(today.minus(WITHOUT_NURTURING))) {
            return status == BAD_FIT ? POTENTIAL : BAD_FIT;
        }
        return chosen;
    }

    /** From minutes, for a bounce, to a season. */
    private static Duration pause(Status status, Random random) {
        if (random.nextInt(12) == 0) {
            return Duration.ofMinutes(1 + random.nextInt(90));
        }
        double days = Math.exp(random.nextGaussian() * 1.1 + (status == CUSTOMER ? 5 : 2.3));
        return Duration.ofSeconds((long) (days * 86_400));
    }

    private static Instant workingHour(Instant at, Random random) {
        return at.truncatedTo(ChronoUnit.DAYS).plusSeconds(8 * 3600 + random.nextInt(10 * 3600));
    }
}

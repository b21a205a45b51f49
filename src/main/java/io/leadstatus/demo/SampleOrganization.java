package io.leadstatus.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.leadstatus.demo.DemoLead.Move;
import io.leadstatus.demo.DemoOrganization.SmartView;
import io.leadstatus.demo.DemoOrganization.Status;

/**
 * The organization of which the sample answer in Close's documentation is true: 48,729 + 35 + 26 leads when 2014 began,
 * 1,270 created until the end of May, and two moves from Potential to Qualified, one of them by a lead just created.
 */
final class SampleOrganization {
    private static final Status POTENTIAL =
            Status.of("stat_a2RZn3jTsAA11zmBPpqQQ4ug8NqgUawkjyMdCu8yybX", "Potential", "#4A90D9");
    private static final Status BAD_FIT =
            Status.of("stat_7a4mksScaP453DJeur2wdn8qXg3zcN3IQbbDeFZywNw", "Bad Fit", "#9B9B9B");
    private static final Status QUALIFIED =
            Status.of("stat_eQ5KZbBVePlxF7sUdiV7s0mDNBkUxGv7k4i0c7XsoqL", "Qualified", "#38A169");

    private static final List<SmartView> SMART_VIEWS = List.of(
            new SmartView("save_demo_all", "All leads", "*"),
            new SmartView("save_demo_qualified", "Qualified", "status:qualified"),
            new SmartView("save_demo_web", "Came by the web", "\"custom.Lead Source\":\"Web\" sort:-created"),
            new SmartView(
                    "save_demo_large", "Large ones by the web", "in:\"Came by the web\" and custom.Seats >= 300"));

    static final DemoOrganization ORGANIZATION = new DemoOrganization(
            "orga_demo", "Demo Inc.", "api_demo", "token_demo", List.of(POTENTIAL, BAD_FIT, QUALIFIED), SMART_VIEWS);

    private static final Instant FOUNDED = Instant.parse("2011-02-01T09:00:00Z");
    private static final Instant PERIOD_START = Instant.parse("2014-01-01T08:00:00Z");
    private static final Instant PERIOD_END = Instant.parse("2014-06-01T06:59:59Z");

    private static final int POTENTIAL_AT_START = 48_729;
    private static final int BAD_FIT_AT_START = 35;
    private static final int QUALIFIED_AT_START = 26;
    private static final int AT_START = POTENTIAL_AT_START + BAD_FIT_AT_START + QUALIFIED_AT_START;
    private static final int CREATED_IN_PERIOD = 1_270;

    private SampleOrganization() {}

    static List<DemoLead> leads() {
        Random random = new Random(2014);
        PlausibleLeads plausible = new PlausibleLeads(random);
        return IntStream.range(0, AT_START + CREATED_IN_PERIOD)
                .mapToObj(number -> {
                    List<Move> moves = number < AT_START
                            ? beforePeriod(number, between(random, FOUNDED, PERIOD_START))
                            : inPeriod(number - AT_START, between(random, PERIOD_START.plusSeconds(1), PERIOD_END));
                    return plausible.lead(
                            moves, moves.get(moves.size() - 1).status().equals(QUALIFIED.id()));
                })
                .toList();
    }

    private static List<Move> beforePeriod(int number, Instant created) {
        Move creation = new Move(created, POTENTIAL.id());
        if (number == 0) {
            return List.of(creation, new Move(Instant.parse("2014-02-20T17:26:40Z"), QUALIFIED.id()));
        }
        if (number < POTENTIAL_AT_START) {
            return List.of(creation);
        }
        Instant half = created.plus(Duration.between(created, PERIOD_START).dividedBy(2));
        Status reached = number < POTENTIAL_AT_START + BAD_FIT_AT_START ? BAD_FIT : QUALIFIED;
        return List.of(creation, new Move(half, reached.id()));
    }

    private static List<Move> inPeriod(int number, Instant created) {
        Move creation = new Move(created, POTENTIAL.id());
        return number == 0
                ? List.of(creation, new Move(PERIOD_END.minus(Duration.ofHours(30)), QUALIFIED.id()))
                : List.of(creation);
    }

    /** More towards the end, as organizations grow; never the end itself. */
    private static Instant between(Random random, Instant from, Instant to) {
        double share = Math.pow(random.nextDouble(), 0.6);
        Instant last = to.minus(Duration.ofDays(2));
        return from.plusSeconds((long) (Duration.between(from, last).toSeconds() * share));
    }
}

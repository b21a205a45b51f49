package io.leadstatus.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Ten years of an organization: a growing number of leads, some imported many at a time, most of which never do much
 * while a few move all the time, go back and come in again. The same size always has the same history, and each lead's
 * can be told without the others'.
 */
final class GeneratedHistory {
    private static final int DAY = 86_400;
    /** In seconds. */
    static final int DURATION = 3_653 * DAY;

    private static final int STATUSES = PipelineStatus.values().length;
    private static final double MOST_MOVING = 0.6;
    private static final double SPREAD_OF_MOVES = 0.9;
    private static final int MOST_MOVES = 200;
    private static final double MEDIAN_PAUSE = 5.0 * DAY;
    private static final double SPREAD_OF_PAUSES = 1.8;
    /** The first of this many leads are imported, all in one second. */
    private static final int IMPORT_EVERY = 20_000;

    private static final int IMPORTED = 1_200;

    private static final int PLACE_BITS = 8;
    private static final int LEAD_BITS = 24;

    private final OrganizationSize size;

    GeneratedHistory(OrganizationSize size) {
        this.size = size;
    }

    /**
     * A lead was in a status from a moment on.
     *
     * @param at seconds since the organization was founded
     * @param status its number
     */
    record Move(int at, int status) {}

    /** In order; the first is its creation. Leads are numbered from 0 in the order of their creation, more or less. */
    List<Move> of(int lead) {
        RandomGenerator random = new SplittableRandom((lead + 1L) * 0x9E3779B97F4A7C15L);
        List<Move> moves = new ArrayList<>();
        int at = creation(lead, random);
        int from = 0;
        int status = random.nextInt(5) > 0 ? 1 : 1 + random.nextInt(STATUSES);
        int count = 1 + moves(random);
        while (moves.size() < count && at < DURATION) {
            moves.add(new Move(at, status));
            int next = next(status, from, random);
            from = status;
            status = next;
            at += pause(random);
        }
        return moves;
    }

    /** Every move of every lead in the order in which they happened, as numbers; see {@link #leadOf}. */
    long[] inOrderOfTime() {
        return IntStream.range(0, size.leads())
                .parallel()
                .mapToObj(this::numbers)
                .flatMapToLong(numbers -> numbers)
                .sorted()
                .toArray();
    }

    static int leadOf(long number) {
        return (int) (number >> PLACE_BITS) & (1 << LEAD_BITS) - 1;
    }

    /** Which of the lead's moves it is. */
    static int placeOf(long number) {
        return (int) number & (1 << PLACE_BITS) - 1;
    }

    private LongStream numbers(int lead) {
        List<Move> moves = of(lead);
        return IntStream.range(0, moves.size())
                .mapToLong(place -> ((long) moves.get(place).at() << LEAD_BITS | lead) << PLACE_BITS | place);
    }

    /** More towards the end, as organizations grow. */
    private int creation(int lead, RandomGenerator random) {
        boolean isImported = lead % IMPORT_EVERY < IMPORTED;
        double place = isImported ? lead - lead % IMPORT_EVERY : lead + random.nextDouble();
        return (int) (Math.pow(place / size.leads(), 0.6) * (DURATION - 1));
    }

    private int moves(RandomGenerator random) {
        double movesPerLead = size.eventsPerLead() - 1;
        double moving = Math.min(MOST_MOVING, movesPerLead * 0.7);
        if (random.nextDouble() > moving) {
            return 0;
        }
        double median = movesPerLead / moving * Math.exp(-SPREAD_OF_MOVES * SPREAD_OF_MOVES / 2);
        long moves = Math.round(median * Math.exp(SPREAD_OF_MOVES * random.nextGaussian()));
        return (int) Math.max(1, Math.min(MOST_MOVES, moves));
    }

    private static int pause(RandomGenerator random) {
        double pause = MEDIAN_PAUSE * Math.exp(SPREAD_OF_PAUSES * random.nextGaussian());
        return 1 + (int) Math.min(DURATION, pause);
    }

    /** Mostly forward; sometimes lost, back to where it came from, or anywhere. */
    private static int next(int status, int from, RandomGenerator random) {
        int roll = random.nextInt(100);
        int anywhere = 1 + random.nextInt(STATUSES);
        int next;
        if (roll < 55) {
            next = status + 1;
        } else if (roll < 70) {
            next = PipelineStatus.LOST.number();
        } else {
            next = roll < 85 && from != 0 ? from : anywhere;
        }
        return next == status || next > STATUSES ? status % STATUSES + 1 : next;
    }
}

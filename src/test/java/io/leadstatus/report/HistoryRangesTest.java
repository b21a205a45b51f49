package io.leadstatus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.RepeatedTest;

import io.leadstatus.report.HistoryRange.Figure;
import io.leadstatus.report.HistoryRange.Source;

/** Any moment is counted once where it belongs to a figure, and else not at all: as often added as taken away. */
class HistoryRangesTest {
    private static final List<Duration> DISTANCES = List.of(
            Duration.ZERO,
            Duration.ofSeconds(1),
            Duration.ofMinutes(40),
            Duration.ofHours(14),
            Duration.ofDays(3),
            Duration.ofDays(40),
            Duration.ofDays(300),
            Duration.ofDays(4_000));

    private static final Map<Source, Duration> HALF = Map.of(
            Source.MONTH, Duration.ofDays(184),
            Source.DAY, Duration.ofDays(16),
            Source.HOUR, Duration.ofHours(12),
            Source.EVENT, Duration.ofMinutes(30));

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @RepeatedTest(300)
    void everyMomentIsCountedWhereItBelongs() {
        Period period = period();
        List<HistoryRange> ranges = HistoryRanges.of(period).list();

        for (Instant moment : moments(period)) {
            for (Figure figure : Figure.values()) {
                assertThat(timesCounted(moment, ranges, figure, source -> source != Source.JOURNAL))
                        .as("%s at %s, %s, -Dseed=%d", figure, moment, period, seed)
                        .isEqualTo(belongs(moment, figure, period) ? 1 : 0);
            }
        }
    }

    @RepeatedTest(300)
    void whatIsNotYetPostedIsReadForJustTheTimeOfTheLedgers() {
        Period period = period();
        List<HistoryRange> ranges = HistoryRanges.of(period).list();

        for (Instant moment : moments(period)) {
            for (Figure figure : Figure.values()) {
                Instant hour = moment.truncatedTo(ChronoUnit.HOURS);
                assertThat(timesCounted(hour, ranges, figure, source -> source == Source.JOURNAL))
                        .as("%s at %s, %s, -Dseed=%d", figure, hour, period, seed)
                        .isEqualTo(timesCounted(moment, ranges, figure, HistoryRangesTest::isLedger));
            }
        }
    }

    @RepeatedTest(300)
    void aSnapshotReadsAtMostHalfOfAUnitInSmallerOnes() {
        Period period = new Period(moment(), Period.LATEST);

        List<HistoryRange> ranges = HistoryRanges.of(period).list();

        assertThat(ranges)
                .filteredOn(range -> range.figure() == Figure.SNAPSHOT && HALF.containsKey(range.source()))
                .allSatisfy(range -> assertThat(Duration.between(range.since(), range.before()))
                        .as("%s, %s, -Dseed=%d", range, period, seed)
                        .isLessThanOrEqualTo(HALF.get(range.source())));
    }

    @RepeatedTest(300)
    void ledgersAreReadInWholeUnits() {
        List<HistoryRange> ranges = HistoryRanges.of(period()).list();

        assertThat(ranges)
                .filteredOn(range -> isLedger(range.source()))
                .allSatisfy(range -> assertThat(Stream.of(range.since(), range.before()))
                        .as("%s, -Dseed=%d", range, seed)
                        .allMatch(bound -> isStart(range.source(), bound)));
    }

    private Period period() {
        Instant start = moment();
        Instant end = near(start);
        return start.isAfter(end)
                ? new Period(random.nextInt(10) == 0 ? null : end, start)
                : new Period(random.nextInt(10) == 0 ? null : start, end);
    }

    private List<Instant> moments(Period period) {
        Stream<Instant> bounds = Stream.of(period.from(), period.snapshotBefore(), period.before())
                .filter(bound -> !bound.equals(Moments.BEGINNING) && !bound.equals(Moments.NEVER));
        return bounds.flatMap(bound -> Stream.concat(
                        Stream.of(bound, bound.minusNanos(1_000), bound.plusNanos(1_000)),
                        Stream.generate(() -> near(bound)).limit(20)))
                .filter(HistoryRangesTest::isInHistory)
                .toList();
    }

    /** A second of the clock of reports; often at a bound of a unit, often in its first or its last year. */
    private Instant moment() {
        Instant any = Instant.ofEpochSecond(
                random.nextLong(Period.EARLIEST.getEpochSecond(), Period.LATEST.getEpochSecond() + 1));
        OffsetDateTime time = any.atOffset(ZoneOffset.UTC);
        Instant chosen = (switch (random.nextInt(6)) {
                    case 0 -> time.withYear(1);
                    case 1 -> time.withYear(9999);
                    case 2 -> time.truncatedTo(ChronoUnit.HOURS);
                    case 3 -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
                    default -> time;
                })
                .toInstant();
        return isInHistory(chosen) ? chosen : any;
    }

    private Instant near(Instant moment) {
        Duration distance = DISTANCES.get(random.nextInt(DISTANCES.size()));
        Instant near = moment.plusSeconds(random.nextLong(-distance.toSeconds(), distance.toSeconds() + 1));
        return isInHistory(near) ? near.truncatedTo(ChronoUnit.SECONDS) : Period.LATEST;
    }

    private static boolean isInHistory(Instant moment) {
        return !moment.isBefore(Period.EARLIEST) && !moment.isAfter(Period.LATEST);
    }

    private static boolean belongs(Instant moment, Figure figure, Period period) {
        boolean isBeforeEnd = moment.isBefore(period.before());
        return switch (figure) {
            case SNAPSHOT -> moment.isBefore(period.snapshotBefore());
            case CHANGE -> isBeforeEnd && !moment.isBefore(period.snapshotBefore());
            case MOVE -> isBeforeEnd && !moment.isBefore(period.from());
            case MARK -> moment.truncatedTo(ChronoUnit.DAYS).isBefore(period.before());
        };
    }

    private static int timesCounted(
            Instant moment, List<HistoryRange> ranges, Figure figure, Predicate<Source> sources) {
        return ranges.stream()
                .filter(range -> range.figure() == figure && sources.test(range.source()))
                .filter(range -> !moment.isBefore(range.since()) && moment.isBefore(range.before()))
                .mapToInt(HistoryRange::sign)
                .sum();
    }

    private static boolean isLedger(Source source) {
        return source != Source.EVENT && source != Source.JOURNAL;
    }

    private static boolean isStart(Source unit, Instant bound) {
        if (bound.equals(Moments.BEGINNING) || bound.equals(Moments.NEVER)) {
            return true;
        }
        OffsetDateTime time = bound.atOffset(ZoneOffset.UTC);
        boolean isHour = time.equals(time.truncatedTo(ChronoUnit.HOURS));
        return switch (unit) {
            case HOUR -> isHour;
            case DAY -> isHour && time.getHour() == 0;
            case MONTH -> isHour && time.getHour() == 0 && time.getDayOfMonth() == 1;
            case YEAR -> isHour && time.getHour() == 0 && time.getDayOfYear() == 1;
            case JOURNAL, EVENT -> false;
        };
    }
}

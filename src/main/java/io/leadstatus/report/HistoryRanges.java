package io.leadstatus.report;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import io.leadstatus.report.HistoryRange.Figure;
import io.leadstatus.report.HistoryRange.Source;

/**
 * What the figures of a period are added up from: of the ledgers the largest units first, up to the bound of a unit that
 * is nearest, then single events from the nearest hour on. Where that goes past a bound of the period, smaller ones are
 * taken away again: so at most half of a unit is read in smaller ones.
 */
final class HistoryRanges {
    private static final List<Source> UNITS = List.of(Source.YEAR, Source.MONTH, Source.DAY, Source.HOUR);

    private final List<HistoryRange> ranges = new ArrayList<>();

    private HistoryRanges() {}

    static HistoryRanges of(Period period) {
        HistoryRanges ranges = new HistoryRanges();
        ranges.addSnapshot(period.snapshotBefore());
        ranges.addChange(period.snapshotBefore(), period.before());
        ranges.addMoves(period);
        ranges.addMark(period);
        return ranges;
    }

    /** Only what tells the history up to the end of the period from others. */
    static HistoryRanges ofMark(Period period) {
        HistoryRanges ranges = new HistoryRanges();
        ranges.addMark(period);
        return ranges;
    }

    List<HistoryRange> list() {
        return Collections.unmodifiableList(ranges);
    }

    /** The columns of a table with a row for each range, as array literals of PostgreSQL, by the names of parameters. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("rangeFigure", array(range -> range.figure().name()));
        parameters.put("rangeSource", array(range -> range.source().name().toLowerCase(Locale.ROOT)));
        parameters.put("rangeSince", array(range -> Moments.literal(range.since())));
        parameters.put("rangeBefore", array(range -> Moments.literal(range.before())));
        parameters.put("rangeSign", array(range -> String.valueOf(range.sign())));
        return parameters;
    }

    private void addSnapshot(Instant snapshotBefore) {
        Instant hour = Moments.nearestStartOf(Source.HOUR, snapshotBefore);
        addLedger(Figure.SNAPSHOT, Moments.BEGINNING, hour, Source.HOUR);
        add(Figure.SNAPSHOT, Source.EVENT, hour, snapshotBefore);
    }

    private void addChange(Instant snapshotBefore, Instant before) {
        Instant firstHour = Moments.nearestStartOf(Source.HOUR, snapshotBefore);
        Instant lastHour = Moments.nearestStartOf(Source.HOUR, before);
        if (firstHour.equals(lastHour)) {
            add(Figure.CHANGE, Source.EVENT, snapshotBefore, before);
        } else {
            add(Figure.CHANGE, Source.EVENT, snapshotBefore, firstHour);
            addLedger(Figure.CHANGE, firstHour, lastHour, Source.HOUR);
            add(Figure.CHANGE, Source.EVENT, lastHour, before);
        }
    }

    /** On the whole days of the period, ledgers tell the leads that moved so for the first time. */
    private void addMoves(Period period) {
        Instant firstDay = period.wholeDaysSince();
        Instant lastDay = period.wholeDaysBefore();
        if (firstDay.isBefore(lastDay)) {
            add(Figure.MOVE, Source.EVENT, period.from(), firstDay);
            addLedger(Figure.MOVE, firstDay, lastDay, Source.DAY);
            add(Figure.MOVE, Source.EVENT, lastDay, period.before());
        } else {
            add(Figure.MOVE, Source.EVENT, period.from(), period.before());
        }
    }

    private void addMark(Period period) {
        addLedger(Figure.MARK, Moments.BEGINNING, Moments.dayNotBefore(period.before()), Source.DAY);
    }

    /** The sum of a ledger between two beginnings of its finest unit, and of what is not yet posted to it. */
    private void addLedger(Figure figure, Instant since, Instant before, Source finest) {
        Function<Instant, Instant> above = moment -> Moments.BEGINNING;
        for (Source unit : UNITS.subList(0, UNITS.indexOf(finest) + 1)) {
            if (above.apply(since).equals(above.apply(before))) {
                add(figure, unit, Moments.nearestStartOf(unit, since), Moments.nearestStartOf(unit, before));
            } else {
                add(figure, unit, Moments.nearestStartOf(unit, since), above.apply(since));
                add(figure, unit, above.apply(before), Moments.nearestStartOf(unit, before));
            }
            above = moment -> Moments.nearestStartOf(unit, moment);
        }
        add(figure, Source.JOURNAL, since, before);
    }

    /** From one moment to another; from a later to an earlier one, it is taken away. */
    private void add(Figure figure, Source source, Instant from, Instant to) {
        if (from.isBefore(to)) {
            ranges.add(new HistoryRange(figure, source, from, to, 1));
        } else if (to.isBefore(from)) {
            ranges.add(new HistoryRange(figure, source, to, from, -1));
        }
    }

    private String array(Function<HistoryRange, String> column) {
        return ranges.stream().map(column).collect(joining(",", "{", "}"));
    }
}

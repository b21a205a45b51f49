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
 * What the figures of a period are added up from: as few units of the ledgers as there are, and the single events
 * between the last of them and a bound.
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
        Instant hour = Moments.startOf(Source.HOUR, snapshotBefore);
        addLedger(Figure.SNAPSHOT, Moments.BEGINNING, hour, Source.HOUR);
        add(Figure.SNAPSHOT, Source.EVENT, hour, snapshotBefore, 1);
    }

    private void addChange(Instant snapshotBefore, Instant before) {
        Instant firstHour = Moments.startOf(Source.HOUR, snapshotBefore);
        Instant lastHour = Moments.startOf(Source.HOUR, before);
        add(Figure.CHANGE, Source.EVENT, firstHour, snapshotBefore, -1);
        addLedger(Figure.CHANGE, firstHour, lastHour, Source.HOUR);
        add(Figure.CHANGE, Source.EVENT, lastHour, before, 1);
    }

    /** On the whole days of the period, ledgers tell the leads that moved so for the first time. */
    private void addMoves(Period period) {
        Instant firstDay = period.wholeDaysSince();
        Instant lastDay = period.wholeDaysBefore();
        if (firstDay.isBefore(lastDay)) {
            add(Figure.MOVE, Source.EVENT, period.from(), firstDay, 1);
            addLedger(Figure.MOVE, firstDay, lastDay, Source.DAY);
            add(Figure.MOVE, Source.EVENT, lastDay, period.before(), 1);
        } else {
            add(Figure.MOVE, Source.EVENT, period.from(), period.before(), 1);
        }
    }

    private void addMark(Period period) {
        addLedger(Figure.MARK, Moments.BEGINNING, Moments.dayNotBefore(period.before()), Source.DAY);
    }

    /** The sum of a ledger between two beginnings of its finest unit, and of what is not yet posted to it. */
    private void addLedger(Figure figure, Instant since, Instant before, Source finest) {
        Function<Instant, Instant> startAbove = moment -> Moments.BEGINNING;
        for (Source unit : UNITS.subList(0, UNITS.indexOf(finest) + 1)) {
            Instant firstStart = Moments.startOf(unit, since);
            Instant lastStart = Moments.startOf(unit, before);
            if (startAbove.apply(since).equals(startAbove.apply(before))) {
                add(figure, unit, firstStart, lastStart, 1);
            } else {
                add(figure, unit, startAbove.apply(since), firstStart, -1);
                add(figure, unit, startAbove.apply(before), lastStart, 1);
            }
            startAbove = moment -> Moments.startOf(unit, moment);
        }
        add(figure, Source.JOURNAL, since, before, 1);
    }

    private void add(Figure figure, Source source, Instant since, Instant before, int sign) {
        HistoryRange range = new HistoryRange(figure, source, since, before, sign);
        if (!range.isEmpty()) {
            ranges.add(range);
        }
    }

    private String array(Function<HistoryRange, String> column) {
        return ranges.stream().map(column).collect(joining(",", "{", "}"));
    }
}

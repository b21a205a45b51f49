package io.leadstatus.coldstart;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One process from its start to its first report. Times in milliseconds since the start.
 *
 * @param ready the runtime says that it has started; null where there is none
 * @param polled it asks for an event for the first time; null where it does not
 * @param connected PostgreSQL has let it in
 * @param answered the report is there, all of it
 * @param peakMegabytes the most memory that was resident until then
 */
record ColdStart(Double ready, Double polled, double connected, double answered, double peakMegabytes) {

    /** The median, the lowest and the highest of a measure; null where there is none. */
    record Spread(double median, double lowest, double highest) {

        static Spread of(List<ColdStart> starts, ToDoubleFunction<ColdStart> measure) {
            return of(starts.stream().mapToDouble(measure).boxed().toList());
        }

        static Spread of(List<Double> measured) {
            List<Double> sorted =
                    measured.stream().sorted(Comparator.naturalOrder()).toList();
            int size = sorted.size();
            return new Spread(
                    (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2, sorted.get(0), sorted.get(size - 1));
        }
    }
}

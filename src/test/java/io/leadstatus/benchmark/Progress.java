package io.leadstatus.benchmark;

import java.time.Duration;

/** Says how far a long run is, about once in two seconds. */
final class Progress {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final String what;
    private final int total;
    private final int first;
    private final long started = System.nanoTime();
    private long said = started;

    Progress(String what, int total, int first) {
        this.what = what;
        this.total = total;
        this.first = first;
    }

    void reached(int count) {
        long now = System.nanoTime();
        if (count < total && now - said < PAUSE.toNanos()) {
            return;
        }
        said = now;
        System.out.printf(
                "%,d of %,d %s, %,.0f a second%n", count, total, what, (count - first) / ((now - started) / 1e9));
    }
}

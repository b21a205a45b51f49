package io.leadstatus.benchmark;

import java.time.Duration;

/** Says how far a long run is, about once in two seconds. */
final class Progress {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final String what;
    private final int total;
    private final long started = System.nanoTime();
    private long said = started;
    private int count;
    private int done;

    /** @param count how many are done already */
    Progress(String what, int total, int count) {
        this.what = what;
        this.total = total;
        this.count = count;
    }

    synchronized void more(int howMany) {
        count += howMany;
        done += howMany;
        long now = System.nanoTime();
        if (howMany == 0 || count < total && now - said < PAUSE.toNanos()) {
            return;
        }
        said = now;
        System.out.printf("%,d of %,d %s, %,.0f a second%n", count, total, what, done / ((now - started) / 1e9));
    }
}

package io.leadstatus.benchmark;

/** A custom field that every generated lead has: few, some and most leads have the same value. */
enum Segment {
    STRATEGIC("Strategic", 1),
    ENTERPRISE("Enterprise", 100),
    SMALL_BUSINESS("Small Business", 899);

    static final String FIELD = "Segment";

    private final String label;
    private final int perThousand;

    Segment(String label, int perThousand) {
        this.label = label;
        this.perThousand = perThousand;
    }

    /** Of a lead by its number, without regard to when it was created. */
    static Segment of(int lead) {
        long place = Long.remainderUnsigned((lead + 1) * 0x9E3779B97F4A7C15L >>> 20, 1_000);
        int below = 0;
        for (Segment segment : values()) {
            below += segment.perThousand;
            if (place < below) {
                return segment;
            }
        }
        throw new IllegalStateException("the segments are all of a thousand");
    }

    String label() {
        return label;
    }

    /** Such as {@code 0.1 %}. */
    String share() {
        return perThousand % 10 == 0 ? perThousand / 10 + " %" : perThousand / 10.0 + " %";
    }
}

package io.leadstatus.infra;

import java.util.TreeMap;

/**
 * Between what bounds an Aurora Serverless v2 database scales, in Aurora capacity units (about 2 GiB of memory each).
 */
record DatabaseCapacity(double least, double most) {
    static final double MOST = 256;

    /** Where the least capacity is half a unit or none, Aurora allows no more connections than these. */
    private static final int CONNECTIONS_OF_THE_SMALLEST = 2_000;

    /** The documented default of {@code max_connections} by the most capacity; in between, the next lower one is safe. */
    private static final TreeMap<Double, Integer> CONNECTIONS = new TreeMap<>();

    static {
        CONNECTIONS.put(1.0, 189);
        CONNECTIONS.put(4.0, 823);
        CONNECTIONS.put(8.0, 1_669);
        CONNECTIONS.put(16.0, 3_360);
        CONNECTIONS.put(32.0, 5_000);
    }

    /** Connections that the database allows at any capacity within the bounds. */
    int maxConnections() {
        int byMemory = CONNECTIONS.floorEntry(Math.max(most, 1)).getValue();
        return least <= 0.5 ? Math.min(byMemory, CONNECTIONS_OF_THE_SMALLEST) : byMemory;
    }
}

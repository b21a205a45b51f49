package io.leadstatus.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.leadstatus.api.RequestException;

/**
 * Who may use a connection: no organization has all of them at a time, so that others find one, however much it asks for.
 * Its requests wait for each other, in the order in which they came. (A function answers one request at a time.)
 */
@Singleton
class ConnectionShares {
    private static final int LONGEST_QUEUE = 64;
    /** Shorter than the wait for a connection, which would end in a 503. */
    private static final long LONGEST_WAIT_SECONDS = 3;

    private final int size;
    private final Map<Integer, Semaphore> shares = new ConcurrentHashMap<>();

    ConnectionShares(@ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        size = Math.max(1, connections - 1);
    }

    /**
     * Takes one of the organization's connections, as soon as it has one to spare.
     *
     * @throws RequestException if too many wait already, or that takes too long
     */
    void take(Organization organization) {
        Semaphore share = shares.computeIfAbsent(organization.number(), number -> new Semaphore(size, true));
        try {
            if (share.getQueueLength() >= LONGEST_QUEUE || !share.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw RequestException.tooMany(size);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RequestException.tooMany(size);
        }
    }

    void giveBack(Organization organization) {
        shares.get(organization.number()).release();
    }
}

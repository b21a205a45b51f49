package io.leadstatus.security;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets a request go on when its organization has a connection to spare. */
@Singleton
public class ConnectionShareFilter {
    private final CallerOrganization caller;
    private final ConnectionShare share;

    ConnectionShareFilter(CallerOrganization caller, ConnectionShare share) {
        this.caller = caller;
        this.share = share;
    }

    @ServerRequestFilter
    public void await() {
        // Health is nobody's.
        if (caller.get() != null) {
            share.takeFor(caller.get());
        }
    }
}

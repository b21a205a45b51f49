package io.leadstatus.security;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;

/** The connection that a request may use, until it is answered. */
@RequestScoped
class ConnectionShare {
    private final ConnectionShares shares;
    private Organization user;

    ConnectionShare(ConnectionShares shares) {
        this.shares = shares;
    }

    void takeFor(Organization organization) {
        shares.take(organization);
        user = organization;
    }

    @PreDestroy
    void giveBack() {
        if (user != null) {
            shares.giveBack(user);
        }
    }
}

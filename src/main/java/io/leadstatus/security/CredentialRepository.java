package io.leadstatus.security;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import io.leadstatus.operation.DatabaseMeter;

@ApplicationScoped
class CredentialRepository implements PanacheRepositoryBase<Credential, byte[]> {
    private final DatabaseMeter database;
    private final Clock clock;

    CredentialRepository(DatabaseMeter database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The organization that a secret belongs to; empty if it is unknown, revoked or expired. Found by its key: a query
     * in Hibernate's language would have to be parsed, for longer than all else takes of a cold start's first answer.
     */
    @ActivateRequestContext
    Optional<Organization> organizationOf(CredentialRequest request) {
        return database
                .read(() -> findByIdOptional(request.secretHash()).stream().toList())
                .stream()
                .filter(credential -> credential.isInForce(request.kind(), clock.instant()))
                .findFirst()
                .map(Credential::organization);
    }
}

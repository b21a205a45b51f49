package io.leadstatus.security;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import io.leadstatus.operation.DatabaseMeter;

@ApplicationScoped
class CredentialRepository implements PanacheRepositoryBase<Credential, byte[]> {
    private static final String IN_FORCE = """
            from Credential credential
            join fetch credential.organization
            where credential.secretHash = ?1
              and credential.kind = ?2
              and credential.revokedAt is null
              and (credential.expiresAt is null or credential.expiresAt > ?3)
            """;

    private final DatabaseMeter database;
    private final Clock clock;

    CredentialRepository(DatabaseMeter database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The organization that a secret belongs to; empty if it is unknown, revoked or expired. */
    @ActivateRequestContext
    Optional<Organization> organizationOf(CredentialRequest request) {
        return database.read(() -> list(IN_FORCE, request.secretHash(), request.kind(), clock.instant())).stream()
                .findFirst()
                .map(Credential::organization);
    }
}

package io.leadstatus.security;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** An API key or bearer token, known by the SHA-256 hash of its secret. */
@Entity
@Table(name = "credential")
class Credential {
    @Id
    @Column(name = "secret_hash")
    private byte[] secretHash;

    private String kind;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "organization_id")
    private Organization organization;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected Credential() {}

    Organization organization() {
        return organization;
    }

    /** Whether it is of this kind and neither revoked nor expired at this moment. */
    boolean isInForce(String asked, Instant now) {
        return kind.equals(asked) && revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }
}

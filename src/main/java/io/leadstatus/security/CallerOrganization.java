package io.leadstatus.security;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.security.identity.SecurityIdentity;

import io.leadstatus.api.RequestException;

/** The organization of the caller's credential: the only one that exists for the request. */
@RequestScoped
public class CallerOrganization {
    static final String ATTRIBUTE = "organization";

    private final SecurityIdentity identity;

    CallerOrganization(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Organization get() {
        return identity.getAttribute(ATTRIBUTE);
    }

    /**
     * The caller's organization, which has to be the one named.
     *
     * @throws RequestException if it is another; whether that one exists cannot be told from the answer
     */
    public Organization require(String organizationId) {
        Organization organization = get();
        if (!organization.id().equals(organizationId)) {
            throw RequestException.notFound("Empty query: Organization matching query does not exist.");
        }
        return organization;
    }
}

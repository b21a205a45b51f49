package io.leadstatus.security;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Finds the organization of a credential. */
@ApplicationScoped
class CredentialIdentityProvider implements IdentityProvider<CredentialRequest> {
    private final CredentialRepository credentials;

    CredentialIdentityProvider(CredentialRepository credentials) {
        this.credentials = credentials;
    }

    @Override
    public Class<CredentialRequest> getRequestType() {
        return CredentialRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(CredentialRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> credentials
                .organizationOf(request)
                .map(CredentialIdentityProvider::identityOf)
                .orElseThrow(AuthenticationFailedException::new));
    }

    private static SecurityIdentity identityOf(Organization organization) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(organization::id)
                .addAttribute(CallerOrganization.ATTRIBUTE, organization)
                .build();
    }
}

package io.leadstatus.security;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

import io.leadstatus.api.ErrorAnswer;
import io.leadstatus.api.RouterErrors;

/** HTTP Basic with an API key as user name, or a bearer token. */
@ApplicationScoped
class CredentialAuthenticationMechanism implements HttpAuthenticationMechanism {
    private final RouterErrors errors;

    CredentialAuthenticationMechanism(RouterErrors errors) {
        this.errors = errors;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        String authorization = context.request().getHeader(HttpHeaderNames.AUTHORIZATION);
        if (authorization == null) {
            return Uni.createFrom().nullItem();
        }
        Optional<CredentialRequest> request = CredentialRequest.parse(authorization);
        return request.isPresent()
                ? identities.authenticate(request.get())
                : Uni.createFrom().failure(new AuthenticationFailedException());
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(CredentialRequest.class);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        ErrorAnswer answer = ErrorAnswer.unauthorized();
        return Uni.createFrom().item(new ChallengeData(answer.status(), Map.copyOf(answer.headers())));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        errors.write(ErrorAnswer.unauthorized(), context);
        return Uni.createFrom().item(true);
    }
}

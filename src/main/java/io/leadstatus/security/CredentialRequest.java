package io.leadstatus.security;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** What a caller presents, as a hash: from here on the secret itself is not known any more. */
final class CredentialRequest extends BaseAuthenticationRequest {
    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";
    private static final int LONGEST_SECRET = 256;

    private final String kind;
    private final byte[] secretHash;

    private CredentialRequest(String kind, String secret) {
        this.kind = kind;
        this.secretHash = sha256(secret);
    }

    /** Reads an Authorization header; empty if it cannot be a credential of ours, so that no database need be asked. */
    static Optional<CredentialRequest> parse(String authorization) {
        if (authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return decodeBasic(authorization.substring(BASIC.length()).strip())
                    .filter(CredentialRequest::isPlausible)
                    .map(secret -> new CredentialRequest("api_key", secret));
        }
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(authorization.substring(BEARER.length()).strip())
                    .filter(CredentialRequest::isPlausible)
                    .map(secret -> new CredentialRequest("token", secret));
        }
        return Optional.empty();
    }

    String kind() {
        return kind;
    }

    byte[] secretHash() {
        return secretHash;
    }

    /** The user name is the key; the password, with or without its colon, is ignored as Close does. */
    private static Optional<String> decodeBasic(String encoded) {
        if (encoded.length() > 4 * LONGEST_SECRET) {
            return Optional.empty();
        }
        try {
            String pair = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(encoded)))
                    .toString();
            int colon = pair.indexOf(':');
            return Optional.of(colon < 0 ? pair : pair.substring(0, colon));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlausible(String secret) {
        return !secret.isEmpty()
                && secret.length() <= LONGEST_SECRET
                && secret.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package io.touchline.web.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The token that the service wants of its callers. Keeps only a digest, and compares in a time that tells nothing of it. */
public final class AccessToken {

    private final byte[] digest;

    public AccessToken(String token) {
        this.digest = digest(token);
    }

    /** Whether a digest is that of this token. */
    boolean has(byte[] other) {
        return MessageDigest.isEqual(digest, other);
    }

    /** The SHA-256 of a token: as long for every token. */
    static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package org.tertulia.auth.sessions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A refresh token: 256 random bits that mean nothing by themselves. Only its SHA-256 is ever stored,
 * which is enough because there is nothing to guess; its text form never shows it.
 */
public final class RefreshToken {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String value;

    private RefreshToken(String value) {
        this.value = value;
    }

    static RefreshToken random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The token a client presents; empty when it cannot be one. */
    public static Optional<RefreshToken> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new RefreshToken(text))
                : Optional.empty();
    }

    /** What the client keeps: 43 characters of base64url. */
    public String value() {
        return value;
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "RefreshToken[…]";
    }
}

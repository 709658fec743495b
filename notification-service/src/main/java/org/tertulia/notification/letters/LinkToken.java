package org.tertulia.notification.letters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What a link in a mail proves itself with: 32 random bytes, in base64url. It is secret.
 *
 * @param text as it is in the link
 */
public record LinkToken(String text) {

    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    public static LinkToken random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whether a text can be a token at all. */
    public static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** What is kept of it. It has 256 bits of chance, so one round of SHA-256 is not to be guessed back. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the token, which is for nobody's logs. */
    @Override
    public String toString() {
        return "LinkToken";
    }
}

package org.tertulia.starter.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets for a database with AES-256-GCM: a fresh 12-byte nonce, then the cipher text with its tag. The name of the
 * secret is authenticated too, so rows can not be exchanged for one another.
 */
public final class AtRestCipher {

    /** What the operator is told of a key that is none. */
    public static final String KEY_RULE =
            "must be the base64 form of 32 random bytes, such as 'openssl rand -base64 32' prints";

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param key base64 of 32 bytes
     * @throws IllegalArgumentException when it is not; see {@link #isKey}
     */
    public AtRestCipher(String key) {
        if (!isKey(key)) {
            throw new IllegalArgumentException("The key " + KEY_RULE);
        }
        this.key = new SecretKeySpec(Base64.getDecoder().decode(key), "AES");
    }

    /** Whether the text is base64 of 32 bytes. */
    public static boolean isKey(String text) {
        try {
            return Base64.getDecoder().decode(text).length == KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** The secret as it may lie in a row. */
    public byte[] seal(String name, byte[] secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(secret);
            var row = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, row, NONCE_BYTES, sealed.length);
            return row;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret could not be encrypted", e);
        }
    }

    /**
     * What was sealed.
     *
     * @throws GeneralSecurityException when that was done with another key or for another name, or the row was altered
     */
    public byte[] open(String name, byte[] row) throws GeneralSecurityException {
        if (row.length < NONCE_BYTES) {
            throw new GeneralSecurityException("The row is too short");
        }
        return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(row, NONCE_BYTES), name)
                .doFinal(row, NONCE_BYTES, row.length - NONCE_BYTES);
    }

    private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

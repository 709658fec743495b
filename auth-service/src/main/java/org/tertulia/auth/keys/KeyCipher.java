package org.tertulia.auth.keys;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts private keys for the database with AES-256-GCM: a fresh 12-byte nonce, then the cipher text
 * with its tag. The key id is authenticated too, so rows cannot be exchanged for one another.
 */
@Component
class KeyCipher {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey secret;
    private final SecureRandom random = new SecureRandom();

    KeyCipher(KeyProperties properties) {
        secret = new SecretKeySpec(properties.encryptionKeyBytes(), "AES");
    }

    byte[] seal(ECKey key) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, key.getKeyID());
            var sealed = cipher.doFinal(key.toJSONString().getBytes(StandardCharsets.UTF_8));
            var row = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, row, NONCE_BYTES, sealed.length);
            return row;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A signing key could not be encrypted", e);
        }
    }

    /** Fails with {@link SigningKeysSealed} when another encryption key was used, or the row was altered. */
    ECKey open(String kid, byte[] row) {
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(row, NONCE_BYTES), kid);
            var json = cipher.doFinal(row, NONCE_BYTES, row.length - NONCE_BYTES);
            return ECKey.parse(new String(json, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | ParseException | IllegalArgumentException e) {
            throw new SigningKeysSealed(kid, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String kid) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

package org.tertulia.auth.keys;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import org.springframework.stereotype.Component;
import org.tertulia.starter.secrets.AtRestCipher;

/** Encrypts private keys for the database, each under its key id. */
@Component
class KeyCipher {

    private final AtRestCipher cipher;

    KeyCipher(KeyProperties properties) {
        cipher = new AtRestCipher(properties.encryptionKey());
    }

    byte[] seal(ECKey key) {
        return cipher.seal(key.getKeyID(), key.toJSONString().getBytes(StandardCharsets.UTF_8));
    }

    /** Fails with {@link SigningKeysSealed} when another encryption key was used, or the row was altered. */
    ECKey open(String kid, byte[] row) {
        try {
            return ECKey.parse(new String(cipher.open(kid, row), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | ParseException e) {
            throw new SigningKeysSealed(kid, e);
        }
    }
}

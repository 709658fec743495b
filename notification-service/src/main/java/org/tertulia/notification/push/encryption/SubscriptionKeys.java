package org.tertulia.notification.push.encryption;

import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;

/**
 * What a browser wants its push messages encrypted with.
 *
 * @param p256dh its public key, base64url of 65 bytes
 * @param auth what it shares with whoever may send, base64url of 16 bytes
 */
public record SubscriptionKeys(String p256dh, String auth) {

    private static final int AUTH_BYTES = 16;

    /** Whether the key is a point of the curve P-256 in the form of Web Push. */
    public boolean hasPublicKey() {
        try {
            return publicKey().getW() != null;
        } catch (GeneralSecurityException | IllegalArgumentException notOne) {
            return false;
        }
    }

    /** Whether the shared secret has its 16 bytes. */
    public boolean hasSecret() {
        try {
            return secret().length == AUTH_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    ECPublicKey publicKey() throws GeneralSecurityException {
        return P256.publicKey(Base64.getUrlDecoder().decode(p256dh));
    }

    byte[] secret() {
        return Base64.getUrlDecoder().decode(auth);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "SubscriptionKeys[p256dh=%s]".formatted(p256dh);
    }
}

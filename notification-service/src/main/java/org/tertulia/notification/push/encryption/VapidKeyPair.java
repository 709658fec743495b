package org.tertulia.notification.push.encryption;

import java.security.GeneralSecurityException;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;

/** By what push services know this installation (RFC 8292): browsers subscribe to its public half. */
final class VapidKeyPair {

    private final ECPublicKey publicKey;
    private final ECPrivateKey privateKey;

    private VapidKeyPair(ECPublicKey publicKey, ECPrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    static VapidKeyPair generate() {
        try {
            var keys = P256.newKeys();
            return new VapidKeyPair(
                    (ECPublicKey) keys.getPublic(), (ECPrivateKey) keys.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No keys could be made", e);
        }
    }

    static VapidKeyPair of(byte[] publicPoint, byte[] privateNumber)
            throws GeneralSecurityException {
        return new VapidKeyPair(P256.publicKey(publicPoint), P256.privateKey(privateNumber));
    }

    byte[] publicPoint() {
        return P256.encoded(publicKey);
    }

    byte[] privateNumber() {
        return P256.encoded(privateKey);
    }

    ECPrivateKey privateKey() {
        return privateKey;
    }

    /** The public half as browsers and push services read it: base64url. */
    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(publicPoint());
    }
}

package org.tertulia.auth.keys;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;

/**
 * A P-256 key pair and the moment it begins to sign. Its text form never shows the private half.
 *
 * @param jwk both halves, with the key id
 * @param signsFrom it signs from then on, until a later key does
 */
record SigningKey(ECKey jwk, Instant signsFrom) {

    String kid() {
        return jwk.getKeyID();
    }

    @Override
    public String toString() {
        return "SigningKey[kid=" + kid() + ", signsFrom=" + signsFrom + "]";
    }
}

package org.tertulia.auth.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;

/** Keys and settings for tests. */
final class KeyFixtures {

    static final Duration PERIOD = Duration.ofDays(30);
    static final Duration AHEAD = Duration.ofHours(1);

    private KeyFixtures() {}

    static ECKey key(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyID(kid)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Settings with an encryption key that is this byte 32 times. */
    static KeyProperties properties(int encryptionByte) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) encryptionByte);
        return new KeyProperties(
                Base64.getEncoder().encodeToString(bytes),
                PERIOD,
                AHEAD,
                Duration.ofMinutes(5),
                Duration.ofSeconds(30));
    }
}

package org.tertulia.auth.keys;

import com.nimbusds.jose.jwk.ECKey;
import java.util.List;

/** A JWK set (RFC 7517) of public ES256 keys. */
record KeySetView(List<KeyView> keys) {

    static KeySetView of(List<ECKey> keys) {
        return new KeySetView(keys.stream().map(KeyView::of).toList());
    }

    /** The public half of one key, in the members of RFC 7518, section 6.2. */
    record KeyView(String kty, String use, String crv, String alg, String kid, String x, String y) {

        static KeyView of(ECKey key) {
            return new KeyView(
                    key.getKeyType().getValue(),
                    "sig",
                    key.getCurve().getName(),
                    "ES256",
                    key.getKeyID(),
                    key.getX().toString(),
                    key.getY().toString());
        }
    }
}

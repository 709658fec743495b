package org.tertulia.message.previews;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.tertulia.starter.egress.WebAddress;

/**
 * What a preview is kept by: a hash, so that addresses, which may hold secrets, are in messages only, and go with them.
 *
 * @param value SHA-256 of the address, in base64url
 */
record PreviewKey(String value) {

    static PreviewKey of(WebAddress address) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(address.toString().getBytes(StandardCharsets.UTF_8));
            return new PreviewKey(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

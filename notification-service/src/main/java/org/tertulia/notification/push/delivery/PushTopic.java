package org.tertulia.notification.push.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Names a burst for a push service, which keeps one message of a topic, and for the browser, which shows one of a tag. */
final class PushTopic {

    /** 32 characters of base64url, which is as much as there may be (RFC 8030, section 5.4). */
    private static final int BYTES = 24;

    private PushTopic() {}

    /** Of each subscription another one: a push service does not learn who is told of the same thing. */
    static String of(Push.Place place) {
        var named = "%s/%s".formatted(place.subscription(), place.burst());
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(named.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

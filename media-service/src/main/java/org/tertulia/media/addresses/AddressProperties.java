package org.tertulia.media.addresses;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How addresses of files are signed.
 *
 * @param key what addresses are signed with, the same for all instances; 32 bytes at least
 * @param previousKey the key before, whose addresses are still good; empty when there is none
 * @param lifetime how long an address is good at least; at most it is twice as long
 */
@ConfigurationProperties("tertulia.media.addresses")
record AddressProperties(
        String key, @DefaultValue("") String previousKey, @DefaultValue("15m") Duration lifetime) {

    /** As long as what HMAC-SHA256 makes of it (RFC 2104, section 3). */
    private static final int KEY_BYTES = 32;

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(12);

    /** Refuses keys that could be guessed, and addresses that live too long or not at all. */
    AddressProperties {
        require(
                bytes(key).length >= KEY_BYTES,
                "key (environment TERTULIA_MEDIA_ADDRESS_KEY) must have at least 32 bytes, such as"
                        + " 'openssl rand -base64 32' prints");
        require(
                previousKey.isEmpty() || bytes(previousKey).length >= KEY_BYTES,
                "previous-key must have at least 32 bytes, or be empty");
        require(
                lifetime.compareTo(SHORTEST) >= 0 && lifetime.compareTo(LONGEST) <= 0,
                "lifetime must be from 1m to 12h");
    }

    /** The key that signs, then all others that are still honoured. */
    List<byte[]> keys() {
        return Stream.of(key, previousKey)
                .filter(text -> !text.isEmpty())
                .map(AddressProperties::bytes)
                .toList();
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "AddressProperties[lifetime=%s]".formatted(lifetime);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void require(boolean held, String rule) {
        if (!held) {
            throw new IllegalArgumentException("tertulia.media.addresses." + rule);
        }
    }
}

package org.tertulia.notification.config;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tertulia.starter.secrets.AtRestCipher;

/**
 * How push messages are sent.
 *
 * @param keyEncryptionKey base64 of 32 bytes; what the private VAPID key in the database is encrypted with
 * @param contact whom a push service may turn to, {@code mailto:} or {@code https:} (RFC 8292, section 2.1)
 * @param loopback whether endpoints may be on the loopback address, over http: for tests
 * @param concurrency requests to push services at once, of one instance
 * @param batch messages that are claimed at once
 * @param pollInterval how long a message waits at most when its wake-up was lost
 * @param lease how long an instance has for what it claimed; then another one sends it
 * @param timeout how long a push service may take
 * @param timeToLive how long a push service keeps a message for a device that is away, and how long it is tried to hand it over
 * @param attempts how often a message is tried
 * @param firstPause how long after the first try the second is; each pause is twice as long as the one before
 * @param longestPause how long a pause is at most, also when a push service asks for more
 * @param rest how long a push service that does not answer is left alone
 */
@ConfigurationProperties("tertulia.notification.push")
public record PushProperties(
        String keyEncryptionKey,
        @DefaultValue("mailto:postmaster@localhost") String contact,
        @DefaultValue("false") boolean loopback,
        @DefaultValue("16") int concurrency,
        @DefaultValue("32") int batch,
        @DefaultValue("250ms") Duration pollInterval,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("24h") Duration timeToLive,
        @DefaultValue("12") int attempts,
        @DefaultValue("5s") Duration firstPause,
        @DefaultValue("1h") Duration longestPause,
        @DefaultValue("30s") Duration rest) {

    private static final int MAX_BATCH = 500;

    /** Refuses a key that is none, and what would never end. */
    public PushProperties {
        require(
                AtRestCipher.isKey(keyEncryptionKey),
                "key-encryption-key (environment TERTULIA_PUSH_KEY_ENCRYPTION_KEY) "
                        + AtRestCipher.KEY_RULE);
        require(
                contact.startsWith("mailto:") || contact.startsWith("https:"),
                "contact must begin with mailto: or https:");
        require(concurrency > 0, "concurrency must be positive");
        require(batch > 0 && batch <= MAX_BATCH, "batch must be from 1 to " + MAX_BATCH);
        require(attempts > 0, "attempts must be positive");
        for (var time : List.of(pollInterval, timeout, firstPause, rest)) {
            require(
                    time.isPositive(),
                    "poll-interval, timeout, first-pause and rest must be positive");
        }
        require(
                longestPause.compareTo(firstPause) >= 0,
                "longest-pause must not be below first-pause");
        require(lease.compareTo(timeout) > 0, "lease must be longer than timeout");
        require(timeToLive.compareTo(lease) > 0, "time-to-live must be longer than lease");
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "PushProperties[contact=%s, loopback=%s]".formatted(contact, loopback);
    }

    private static void require(boolean held, String rule) {
        if (!held) {
            throw new IllegalArgumentException("tertulia.notification.push." + rule);
        }
    }
}

package org.tertulia.auth.keys;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tertulia.starter.secrets.AtRestCipher;

/**
 * How the keys that sign access tokens are kept and rotated.
 *
 * @param encryptionKey base64 of 32 bytes; what the private keys in the database are encrypted with
 * @param rotationPeriod how long a key signs
 * @param publishAhead how long before it signs a key is published; longer than anybody keeps the key set
 * @param tokenLifetime how long an access token is good
 * @param checkEvery how often every instance reads the keys and looks whether to make or drop one
 */
@ConfigurationProperties("tertulia.auth.keys")
public record KeyProperties(
        String encryptionKey,
        @DefaultValue("30d") Duration rotationPeriod,
        @DefaultValue("1h") Duration publishAhead,
        @DefaultValue("5m") Duration tokenLifetime,
        @DefaultValue("30s") Duration checkEvery) {

    private static final Duration LONGEST_TOKEN_LIFETIME = Duration.ofHours(1);

    /** Slack for clocks and requests under way when a key is retired. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    /** Refuses a key that is none, and periods that would leave tokens without a published key. */
    public KeyProperties {
        require(
                AtRestCipher.isKey(encryptionKey),
                "encryption-key (environment TERTULIA_KEY_ENCRYPTION_KEY) "
                        + AtRestCipher.KEY_RULE);
        require(
                tokenLifetime.isPositive() && tokenLifetime.compareTo(LONGEST_TOKEN_LIFETIME) <= 0,
                "token-lifetime must be at most 1h: a token can not be called back");
        require(checkEvery.isPositive(), "check-every must be positive");
        require(
                publishAhead.compareTo(checkEvery.multipliedBy(2)) >= 0,
                "publish-ahead must be at least twice check-every, so that all instances know the key");
        require(
                rotationPeriod.compareTo(publishAhead) > 0,
                "rotation-period must be longer than publish-ahead");
    }

    /** How long a key stays published after the next one took over. */
    Duration retention() {
        return tokenLifetime.plus(SLACK);
    }

    /** Without the encryption key. */
    @Override
    public String toString() {
        return "KeyProperties[rotationPeriod=%s, publishAhead=%s, tokenLifetime=%s, checkEvery=%s]"
                .formatted(rotationPeriod, publishAhead, tokenLifetime, checkEvery);
    }

    private static void require(boolean held, String rule) {
        if (!held) {
            throw new IllegalArgumentException("tertulia.auth.keys." + rule);
        }
    }
}

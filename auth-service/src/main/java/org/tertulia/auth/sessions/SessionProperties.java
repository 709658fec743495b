package org.tertulia.auth.sessions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long sessions live.
 *
 * @param idleLifetime after so long without a refresh a session is over, and its tokens are forgotten
 * @param rotationGrace how long the refresh token before the current one is still honoured; see {@link
 *     Sessions#refresh}
 * @param maxPerAccount a login over this ends the session that was idle longest
 * @param purgeEvery how often what is over is deleted
 * @param purgeBatch most sessions, tokens or attempts deleted by one statement
 */
@ConfigurationProperties("tertulia.auth.sessions")
public record SessionProperties(
        @DefaultValue("30d") Duration idleLifetime,
        @DefaultValue("10s") Duration rotationGrace,
        @DefaultValue("100") int maxPerAccount,
        @DefaultValue("15m") Duration purgeEvery,
        @DefaultValue("1000") int purgeBatch) {

    private static final int MOST_LISTED = 100;
    private static final Duration LONGEST_GRACE = Duration.ofMinutes(1);

    /** Refuses values that would make sessions unsafe or endless. */
    public SessionProperties {
        require(idleLifetime.isPositive(), "idle-lifetime must be positive");
        require(
                !rotationGrace.isNegative() && rotationGrace.compareTo(LONGEST_GRACE) <= 0,
                "rotation-grace must be 0s to 1m: within it a stolen token passes as a race");
        require(
                maxPerAccount >= 1 && maxPerAccount <= MOST_LISTED,
                "max-per-account must be 1 to 100, which is what one page lists");
        require(purgeEvery.isPositive(), "purge-every must be positive");
        require(purgeBatch >= 1, "purge-batch must be positive");
    }

    private static void require(boolean held, String rule) {
        if (!held) {
            throw new IllegalArgumentException("tertulia.auth.sessions." + rule);
        }
    }
}

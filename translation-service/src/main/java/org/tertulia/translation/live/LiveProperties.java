package org.tertulia.translation.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is translated as it is said.
 *
 * @param concurrency translations under way at once, of one instance
 * @param perChat those of one chat among them
 * @param perLanguage those into one language among them
 * @param waiting translations that wait at most; further ones are dropped, and their readers ask by REST
 * @param maxAge what was said longer ago is not begun any more: its readers have asked by REST
 */
@ConfigurationProperties("tertulia.translation.live")
record LiveProperties(
        @DefaultValue("64") int concurrency,
        @DefaultValue("8") int perChat,
        @DefaultValue("16") int perLanguage,
        @DefaultValue("1000") int waiting,
        @DefaultValue("30s") Duration maxAge) {

    /**
     * What was said before may have been forgotten longer ago than is noted, which is for a day: far less, since it may be under
     * way then, and clocks differ.
     */
    static final Duration LONGEST_AGE = Duration.ofMinutes(10);

    LiveProperties {
        require(concurrency > 0, "concurrency must be positive");
        require(perChat > 0, "per-chat must be positive");
        require(perLanguage > 0, "per-language must be positive");
        require(waiting > 0, "waiting must be positive");
        require(maxAge.isPositive(), "max-age must be positive");
        require(maxAge.compareTo(LONGEST_AGE) <= 0, "max-age must not be more than " + LONGEST_AGE);
    }

    private static void require(boolean held, String rule) {
        if (!held) {
            throw new IllegalArgumentException("tertulia.translation.live." + rule);
        }
    }
}

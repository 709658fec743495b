package org.tertulia.translation.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is translated as it is said.
 *
 * @param concurrency translations under way at once, of one instance
 * @param perChat those of one chat among them
 * @param waiting translations that wait at most; further ones are dropped, and their readers ask by REST
 * @param maxAge what was said longer ago is not translated any more: its readers have asked by REST
 */
@ConfigurationProperties("tertulia.translation.live")
record LiveProperties(
        @DefaultValue("64") int concurrency,
        @DefaultValue("8") int perChat,
        @DefaultValue("1000") int waiting,
        @DefaultValue("30s") Duration maxAge) {

    LiveProperties {
        require(concurrency > 0, "concurrency must be positive");
        require(perChat > 0, "per-chat must be positive");
        require(waiting > 0, "waiting must be positive");
        require(maxAge.isPositive(), "max-age must be positive");
    }

    private static void require(boolean held, String rule) {
        if (!held) {
            throw new IllegalArgumentException("tertulia.translation.live." + rule);
        }
    }
}

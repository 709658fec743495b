package org.tertulia.media.collecting;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When what is left over goes.
 *
 * @param every how often it is looked for
 * @param unattachedFor how long a file may be without ever having been sent
 * @param deletedFor how long after its last message was deleted a file is kept
 * @param withdrawnFor how long a file is kept after it was told to be gone: no message that has it is on its way longer
 * @param batch most uploads, files or notes that are dealt with in one go
 */
@ConfigurationProperties("tertulia.media.collecting")
record CollectingProperties(
        @DefaultValue("1m") Duration every,
        @DefaultValue("24h") Duration unattachedFor,
        @DefaultValue("1h") Duration deletedFor,
        @DefaultValue("1h") Duration withdrawnFor,
        @DefaultValue("200") int batch) {

    /** Refuses what would collect at once, or never. */
    CollectingProperties {
        require(every.isPositive(), "every must be positive");
        require(unattachedFor.isPositive(), "unattached-for must be positive");
        require(deletedFor.isPositive(), "deleted-for must be positive");
        require(withdrawnFor.isPositive(), "withdrawn-for must be positive");
        require(batch > 0, "batch must be positive");
    }

    private static void require(boolean held, String rule) {
        if (!held) {
            throw new IllegalArgumentException("tertulia.media.collecting." + rule);
        }
    }
}

package org.tertulia.notification.alerts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rules by which people want to be told.
 *
 * @param maxPerPerson alerts of a person
 * @param every how often it is looked for chats that have become quiet
 * @param startAfter how long an instance waits before it looks first: what was said while none ran is read by then
 * @param batch alerts that are looked at in one go
 */
@ConfigurationProperties("tertulia.notification.alerts")
record AlertProperties(
        @DefaultValue("50") int maxPerPerson,
        @DefaultValue("10s") Duration every,
        @DefaultValue("60s") Duration startAfter,
        @DefaultValue("200") int batch) {

    /** Refuses what would never look, or never rest. */
    AlertProperties {
        require(maxPerPerson > 0, "max-per-person must be positive");
        require(every.isPositive(), "every must be positive");
        require(!startAfter.isNegative(), "start-after must not be negative");
        require(batch > 0, "batch must be positive");
    }

    private static void require(boolean held, String rule) {
        if (!held) {
            throw new IllegalArgumentException("tertulia.notification.alerts." + rule);
        }
    }
}

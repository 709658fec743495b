package org.tertulia.notification.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is kept.
 *
 * @param keptPerPerson notifications of a person; those before go, read or not
 * @param authorsPerChat messages of a chat, the newest ones, of which it is known whose they are: of replies and reactions
 *     to older ones nobody is told
 */
@ConfigurationProperties("tertulia.notification")
public record NotificationProperties(
        @DefaultValue("1000") int keptPerPerson, @DefaultValue("10000") int authorsPerChat) {

    /** Refuses to keep nothing. */
    public NotificationProperties {
        require(keptPerPerson > 0, "kept-per-person must be positive");
        require(authorsPerChat > 0, "authors-per-chat must be positive");
    }

    private static void require(boolean held, String rule) {
        if (!held) {
            throw new IllegalArgumentException("tertulia.notification." + rule);
        }
    }
}

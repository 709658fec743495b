package org.tertulia.translation.bot;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bot's account.
 *
 * @param handle what it is called; there is no bot without
 * @param password what it logs in with; the account is made with it when there is none
 * @param answersPerMinute how often it speaks in one chat within a minute at most, so that two bots do not talk to each
 *     other for ever
 */
@ConfigurationProperties("tertulia.translation.bot")
record BotProperties(
        @DefaultValue("") String handle,
        @DefaultValue("") String password,
        @DefaultValue("20") int answersPerMinute) {

    BotProperties {
        if (answersPerMinute <= 0) {
            throw new IllegalArgumentException(
                    "tertulia.translation.bot.answers-per-minute must be positive");
        }
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "BotProperties[" + handle + "]";
    }
}

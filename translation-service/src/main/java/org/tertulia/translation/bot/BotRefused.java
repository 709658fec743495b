package org.tertulia.translation.bot;

/** The bot is not let in, and trying again will not change that: it has no account, and says nothing. */
final class BotRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BotRefused(String why) {
        super(why);
    }
}

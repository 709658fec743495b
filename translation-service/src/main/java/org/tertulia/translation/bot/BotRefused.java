package org.tertulia.translation.bot;

/** The account of this name is somebody else's: the bot has none, and says nothing. */
final class BotRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BotRefused(String handle) {
        super(
                "The account %s is not the bot's: another name or password is needed"
                        .formatted(handle));
    }
}

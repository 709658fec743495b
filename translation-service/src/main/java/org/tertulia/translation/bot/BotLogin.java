package org.tertulia.translation.bot;

import java.time.Instant;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.security.CallerToken;

/**
 * The bot, logged in.
 *
 * @param self who it is
 * @param token what it speaks with
 * @param refreshToken what it gets the next one with, once
 * @param expiresAt until when the token is good
 */
record BotLogin(UserId self, CallerToken token, String refreshToken, Instant expiresAt) {

    /** Never shows the tokens. */
    @Override
    public String toString() {
        return "BotLogin[" + self + "]";
    }
}

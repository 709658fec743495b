package org.tertulia.translation.bot;

import reactor.core.publisher.Mono;

/** The account that the bot speaks from. */
interface BotAccount {

    /**
     * Logs in, after making the account if there is none. Fails with {@link BotRefused} when that is in vain, such as when the
     * account is somebody else's, and with service-unavailable.
     */
    Mono<BotLogin> enter();

    /** The next token; logs in when the session has ended, and fails likewise. */
    Mono<BotLogin> renew(BotLogin before);
}

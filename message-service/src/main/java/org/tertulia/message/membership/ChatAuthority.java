package org.tertulia.message.membership;

import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.CallerToken;
import reactor.core.publisher.Mono;

/** Who knows for sure whether somebody is a member of a chat. */
@FunctionalInterface
interface ChatAuthority {

    /**
     * The chat's version if the caller is a member of it, empty if not, or if there is no such chat.
     * Fails with service-unavailable.
     */
    Mono<Long> versionForMember(CallerToken caller, ChatId chatId);
}

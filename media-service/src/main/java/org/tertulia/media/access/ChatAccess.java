package org.tertulia.media.access;

import org.springframework.stereotype.Component;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Lets members at the files of a chat. Every call asks the replica as it is now. */
@Component
public final class ChatAccess {

    private final ReachRepository replica;

    ChatAccess(ReachRepository replica) {
        this.replica = replica;
    }

    /** Fails with {@link ChatNotFound} for who never was a member, and {@link MediaWithdrawn} for who was removed. */
    public Mono<Void> requireMember(UserId person, ChatId chat) {
        return replica.isPresent(person, chat)
                .switchIfEmpty(Mono.error(() -> new ChatNotFound(chat)))
                .flatMap(present -> present ? Mono.empty() : Mono.error(new MediaWithdrawn(chat)));
    }
}

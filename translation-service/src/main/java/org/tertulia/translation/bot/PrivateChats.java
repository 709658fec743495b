package org.tertulia.translation.bot;

import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Which chats are private ones of the bot. A chat is that from the first entry of its log on or never, so one that was looked up and is
 * not need not be looked up again.
 */
final class PrivateChats {

    /** Chats that are remembered not to be. */
    private static final int REMEMBERED = 100_000;

    private final BotChatRepository repository;
    private final Recent<UUID, Boolean> others = new Recent<>(REMEMBERED);

    PrivateChats(BotChatRepository repository) {
        this.repository = repository;
    }

    /** Whether it may be one, as far as is known at once. */
    boolean mayHave(UUID chat) {
        return others.get(chat) == null;
    }

    /** Whether it is one. */
    Mono<Boolean> has(UUID chat) {
        return mayHave(chat)
                ? repository.has(chat).doOnNext(is -> remember(chat, is))
                : Mono.just(false);
    }

    private void remember(UUID chat, boolean is) {
        if (!is) {
            others.note(chat, true);
        }
    }

    Mono<Void> add(UUID chat) {
        return repository.add(chat).then(Mono.fromRunnable(() -> others.forget(chat)));
    }

    Mono<Void> remove(UUID chat) {
        return repository.remove(chat);
    }
}

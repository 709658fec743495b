package org.tertulia.translation.bot;

import java.util.UUID;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Which chats are private ones of the bot. A chat is that from the first entry of its log on or never, so one that was looked up and is
 * not need not be looked up again. One that is not known to be is asked for once: that it was opened the bot may not have heard,
 * because it was not let in at that time.
 */
final class PrivateChats {

    /** Chats that are remembered not to be. */
    private static final int REMEMBERED = 100_000;

    private final BotChatRepository repository;
    private final Function<UUID, Mono<Boolean>> authority;
    private final Recent<UUID, Boolean> others = new Recent<>(REMEMBERED);

    /**
     * None at first but those that are stored.
     *
     * @param authority tells of any chat whether it is one
     */
    PrivateChats(BotChatRepository repository, Function<UUID, Mono<Boolean>> authority) {
        this.repository = repository;
        this.authority = authority;
    }

    /** Whether it may be one, as far as is known at once. */
    boolean mayHave(UUID chat) {
        return others.get(chat) == null;
    }

    /** Whether it is one. */
    Mono<Boolean> has(UUID chat) {
        return mayHave(chat)
                ? repository.has(chat).flatMap(is -> is ? Mono.just(true) : found(chat))
                : Mono.just(false);
    }

    private Mono<Boolean> found(UUID chat) {
        return authority.apply(chat).delayUntil(is -> is ? add(chat) : other(chat));
    }

    private Mono<Void> other(UUID chat) {
        return Mono.fromRunnable(() -> others.note(chat, true));
    }

    Mono<Void> add(UUID chat) {
        return repository.add(chat).then(Mono.fromRunnable(() -> others.forget(chat)));
    }

    Mono<Void> remove(UUID chat) {
        return repository.remove(chat);
    }
}

package org.tertulia.translation.bot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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
    private final Set<UUID> others =
            Collections.synchronizedSet(Collections.newSetFromMap(recent()));

    PrivateChats(BotChatRepository repository) {
        this.repository = repository;
    }

    private static Map<UUID, Boolean> recent() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    /** Whether it may be one, as far as is known at once. */
    boolean mayHave(UUID chat) {
        return !others.contains(chat);
    }

    /** Whether it is one. */
    Mono<Boolean> has(UUID chat) {
        return mayHave(chat)
                ? repository.has(chat).doOnNext(is -> remember(chat, is))
                : Mono.just(false);
    }

    private void remember(UUID chat, boolean is) {
        if (!is) {
            others.add(chat);
        }
    }

    Mono<Void> add(UUID chat) {
        return repository.add(chat).then(Mono.fromRunnable(() -> others.remove(chat)));
    }

    Mono<Void> remove(UUID chat) {
        return repository.remove(chat);
    }
}

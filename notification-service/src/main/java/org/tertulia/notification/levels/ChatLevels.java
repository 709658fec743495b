package org.tertulia.notification.levels;

import org.springframework.stereotype.Component;
import org.tertulia.notification.decisions.Level;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/**
 * Of what members of chats want to be told. It counts from the next thing that happens; what was chosen goes with the
 * membership. Both fail with {@link ChatNotFound} for who is not a member now.
 */
@Component
final class ChatLevels {

    private final LevelRepository levels;

    ChatLevels(LevelRepository levels) {
        this.levels = levels;
    }

    /** What counts for the person. */
    Mono<ChatLevelView> read(UserId person, ChatId chat) {
        return levels.find(chat, person)
                .map(level -> new ChatLevelView(chat, level))
                .switchIfEmpty(Mono.error(() -> new ChatNotFound(chat)));
    }

    /** What counts for the person from now on. */
    Mono<ChatLevelView> choose(UserId person, ChatId chat, Level level) {
        return levels.store(chat, person, level)
                .filter(Boolean::booleanValue)
                .map(_ -> new ChatLevelView(chat, level))
                .switchIfEmpty(Mono.error(() -> new ChatNotFound(chat)));
    }
}

package org.tertulia.notification.levels;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.Actor;
import reactor.core.publisher.Mono;

/** Of what the caller is told in a chat. */
@RestController
@RequestMapping("/api/v1/notifications/chats/{chatId}")
final class ChatLevelController {

    private final ChatLevels levels;

    ChatLevelController(ChatLevels levels) {
        this.levels = levels;
    }

    @GetMapping
    Mono<ChatLevelView> read(Actor actor, @PathVariable ChatId chatId) {
        return levels.read(actor.userId(), chatId);
    }

    @PutMapping
    Mono<ChatLevelView> choose(
            Actor actor,
            @PathVariable ChatId chatId,
            @Valid @RequestBody ChatLevelRequest request) {
        return levels.choose(actor.userId(), chatId, request.level());
    }
}

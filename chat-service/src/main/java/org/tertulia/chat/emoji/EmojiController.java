package org.tertulia.chat.emoji;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.chat.ledger.EmojiName;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.pictures.PictureRequest;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import reactor.core.publisher.Mono;

/** The emoji of a chat. */
@RestController
@RequestMapping("/api/v1/chats/{chatId}/emoji")
final class EmojiController {

    private final OwnEmoji emoji;

    EmojiController(OwnEmoji emoji) {
        this.emoji = emoji;
    }

    @GetMapping
    Mono<EmojiList> list(Actor actor, @PathVariable ChatId chatId) {
        return emoji.all(actor, chatId).map(EmojiList::of);
    }

    @PutMapping("/{name}")
    Mono<EmojiView> put(
            Actor actor,
            CallerToken token,
            @PathVariable ChatId chatId,
            @PathVariable String name,
            @Valid @RequestBody PictureRequest request) {
        return emoji.put(actor, token, chatId, EmojiName.of(name), request.mediaId())
                .map(EmojiView::of);
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(Actor actor, @PathVariable ChatId chatId, @PathVariable String name) {
        return emoji.remove(actor, chatId, EmojiName.of(name));
    }
}

package org.tertulia.message.previews;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.message.membership.Caller;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import reactor.core.publisher.Mono;

/** Link previews over HTTP. */
@RestController
final class PreviewController {

    private final Previews previews;

    PreviewController(Previews previews) {
        this.previews = previews;
    }

    @GetMapping("/api/v1/chats/{chatId}/messages/{seq}/previews")
    Mono<MessagePreviewsView> previews(
            @PathVariable ChatId chatId, @PathVariable long seq, Actor actor, CallerToken token) {
        return previews.of(new Caller(actor, token), chatId, seq);
    }
}

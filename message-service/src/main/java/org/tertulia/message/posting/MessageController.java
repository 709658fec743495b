package org.tertulia.message.posting;

import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.timeline.MessageView;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import reactor.core.publisher.Mono;

/** Posting over HTTP. */
@RestController
final class MessageController {

    private final MessagePosting posting;

    MessageController(MessagePosting posting) {
        this.posting = posting;
    }

    @PostMapping("/api/v1/chats/{chatId}/messages")
    Mono<ResponseEntity<MessageView>> post(
            @PathVariable ChatId chatId,
            @Valid @RequestBody PostMessageRequest request,
            Actor actor,
            CallerToken token) {
        return posting.postAndRead(new Caller(actor, token), request.to(chatId))
                .map(MessageController::created);
    }

    private static ResponseEntity<MessageView> created(MessageView message) {
        var location =
                URI.create(
                        "/api/v1/chats/%s/messages/%d".formatted(message.chatId(), message.seq()));
        return ResponseEntity.created(location).body(message);
    }
}

package org.tertulia.chat.creation;

import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.chat.ledger.ChatView;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.IfMatch;
import reactor.core.publisher.Mono;

/** New chats, one path for each kind. */
@RestController
@RequestMapping("/api/v1/chats")
final class CreationController {

    private final ChatCreation creation;

    CreationController(ChatCreation creation) {
        this.creation = creation;
    }

    @PostMapping("/private")
    Mono<ResponseEntity<ChatView>> createPrivate(
            Actor actor,
            CallerToken token,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody PrivateChatRequest request) {
        return create(actor, token, new CreateChat.Private(request.userId()), key);
    }

    @PostMapping("/group")
    Mono<ResponseEntity<ChatView>> createGroup(
            Actor actor,
            CallerToken token,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody GroupChatRequest request) {
        return create(actor, token, request.command(), key);
    }

    @PostMapping("/public")
    Mono<ResponseEntity<ChatView>> createPublic(
            Actor actor,
            CallerToken token,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody PublicChatRequest request) {
        return create(actor, token, request.command(), key);
    }

    private Mono<ResponseEntity<ChatView>> create(
            Actor actor, CallerToken token, CreateChat command, @Nullable String key) {
        return creation.create(actor, token, command, IdempotencyKey.of(key))
                .map(CreationController::answer);
    }

    private static ResponseEntity<ChatView> answer(Creation made) {
        var status =
                switch (made) {
                    case Creation.Created _ -> HttpStatus.CREATED;
                    case Creation.Existing _ -> HttpStatus.OK;
                };
        var chat = made.chat();
        return ResponseEntity.status(status)
                .location(URI.create("/api/v1/chats/" + chat.id()))
                .eTag(IfMatch.tag(chat.version()))
                .body(chat);
    }
}

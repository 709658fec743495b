package org.tertulia.chat.editing;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.chat.ledger.ChatReading;
import org.tertulia.chat.ledger.ChatView;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.web.IfMatch;
import reactor.core.publisher.Mono;

/** One chat. Its entity tag is its version. */
@RestController
@RequestMapping("/api/v1/chats/{chatId}")
final class ChatController {

    private final ChatReading reading;
    private final ChatEditing editing;

    ChatController(ChatReading reading, ChatEditing editing) {
        this.reading = reading;
        this.editing = editing;
    }

    @GetMapping
    Mono<ResponseEntity<ChatView>> read(Actor actor, @PathVariable ChatId chatId) {
        return reading.view(actor, chatId).map(ChatController::tagged);
    }

    @PutMapping
    Mono<ResponseEntity<ChatView>> edit(
            Actor actor,
            @PathVariable ChatId chatId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody EditChatRequest request) {
        return editing.edit(actor, chatId, request.command(), IfMatch.of(ifMatch))
                .map(ChatController::tagged);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(Actor actor, @PathVariable ChatId chatId) {
        return editing.delete(actor, chatId);
    }

    private static ResponseEntity<ChatView> tagged(ChatView view) {
        return ResponseEntity.ok().eTag(IfMatch.tag(view.version())).body(view);
    }
}

package org.tertulia.chat.editing;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.chat.ledger.ChatReading;
import org.tertulia.chat.ledger.ChatView;
import org.tertulia.chat.rules.ChatAction;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.pictures.OwnPictures;
import org.tertulia.starter.pictures.PictureRequest;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.IfMatch;
import reactor.core.publisher.Mono;

/** The picture of a chat. The entity tag is the version of the chat. */
@RestController
@RequestMapping("/api/v1/chats/{chatId}/picture")
final class PictureController {

    private final ChatReading reading;
    private final ChatEditing editing;
    private final OwnPictures pictures;

    PictureController(ChatReading reading, ChatEditing editing, OwnPictures pictures) {
        this.reading = reading;
        this.editing = editing;
        this.pictures = pictures;
    }

    @PutMapping
    Mono<ResponseEntity<ChatView>> choose(
            Actor actor,
            CallerToken token,
            @PathVariable ChatId chatId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PictureRequest request) {
        var id = request.mediaId();
        return reading.require(actor, chatId, ChatAction.EDIT)
                .then(Mono.defer(() -> pictures.require(actor, token, id)))
                .then(Mono.defer(() -> editing.picture(actor, chatId, id, IfMatch.of(ifMatch))))
                .map(PictureController::tagged);
    }

    @DeleteMapping
    Mono<ResponseEntity<ChatView>> remove(
            Actor actor,
            @PathVariable ChatId chatId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        return editing.picture(actor, chatId, null, IfMatch.of(ifMatch))
                .map(PictureController::tagged);
    }

    private static ResponseEntity<ChatView> tagged(ChatView view) {
        return ResponseEntity.ok().eTag(IfMatch.tag(view.version())).body(view);
    }
}

package org.tertulia.message.markers;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.message.membership.Caller;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import reactor.core.publisher.Mono;

/** Read markers over HTTP. */
@RestController
final class ReadMarkerController {

    private final ReadMarkers markers;

    ReadMarkerController(ReadMarkers markers) {
        this.markers = markers;
    }

    @PutMapping("/api/v1/chats/{chatId}/read-marker")
    Mono<ReadMarker> move(
            @PathVariable ChatId chatId,
            @Valid @RequestBody ReadMarkerRequest request,
            Actor actor,
            CallerToken token) {
        return markers.moveTo(
                new Caller(actor, token), chatId, request.seq(), request.generation());
    }

    @PutMapping("/api/v1/chats/{chatId}/unread-marker")
    Mono<ReadMarker> markUnread(
            @PathVariable ChatId chatId,
            @Valid @RequestBody UnreadMarkerRequest request,
            Actor actor,
            CallerToken token) {
        return markers.markUnread(new Caller(actor, token), chatId, request.seq());
    }
}

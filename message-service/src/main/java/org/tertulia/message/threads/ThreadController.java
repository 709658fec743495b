package org.tertulia.message.threads;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.PageLimit;
import reactor.core.publisher.Mono;

/** Following threads over HTTP. */
@RestController
final class ThreadController {

    private static final String THREAD = "/api/v1/chats/{chatId}/threads/{seq}";

    private final Threads threads;

    ThreadController(Threads threads) {
        this.threads = threads;
    }

    @GetMapping("/api/v1/threads")
    Mono<ThreadPage> followed(
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return threads.followed(actor.userId(), ThreadPosition.of(before), PageLimit.of(limit));
    }

    @PutMapping(THREAD + "/follow")
    Mono<ThreadState> follow(
            @PathVariable ChatId chatId, @PathVariable long seq, Actor actor, CallerToken token) {
        return threads.follow(new Caller(actor, token), new MessagePlace(chatId, seq), true);
    }

    @DeleteMapping(THREAD + "/follow")
    Mono<ThreadState> unfollow(
            @PathVariable ChatId chatId, @PathVariable long seq, Actor actor, CallerToken token) {
        return threads.follow(new Caller(actor, token), new MessagePlace(chatId, seq), false);
    }

    @PutMapping(THREAD + "/read-marker")
    Mono<ThreadState> moveMarker(
            @PathVariable ChatId chatId,
            @PathVariable long seq,
            @Valid @RequestBody ThreadMarkerRequest request,
            Actor actor,
            CallerToken token) {
        return threads.moveTo(
                new Caller(actor, token), new MessagePlace(chatId, seq), request.seq());
    }
}

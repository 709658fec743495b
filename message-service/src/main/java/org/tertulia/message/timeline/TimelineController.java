package org.tertulia.message.timeline;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.message.membership.Caller;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.IfMatch;
import org.tertulia.starter.web.MessageSeqs;
import org.tertulia.starter.web.PageLimit;
import reactor.core.publisher.Mono;

/** History and log over HTTP. */
@RestController
final class TimelineController {

    private static final int DEFAULT_LOG_LIMIT = 100;
    private static final int MAX_LOG_LIMIT = 500;

    private final Timeline timeline;

    TimelineController(Timeline timeline) {
        this.timeline = timeline;
    }

    @GetMapping("/api/v1/chats/{chatId}/messages")
    Mono<MessagePage> messages(
            @PathVariable ChatId chatId,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long around,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String seqs,
            Actor actor,
            CallerToken token) {
        var caller = new Caller(actor, token);
        if (seqs == null) {
            var position = MessagePosition.of(before, after, around, at);
            return timeline.messages(caller, chatId, position, PageLimit.of(limit));
        }
        if (Stream.of(before, after, around, at, limit).anyMatch(Objects::nonNull)) {
            throw new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                    .field("seqs", "must not be given with another parameter");
        }
        return timeline.messages(caller, chatId, MessageSeqs.of(seqs));
    }

    @GetMapping("/api/v1/chats/{chatId}/threads/{seq}/messages")
    Mono<MessagePage> thread(
            @PathVariable ChatId chatId,
            @PathVariable long seq,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long around,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor,
            CallerToken token) {
        return timeline.thread(
                new Caller(actor, token),
                new MessagePlace(chatId, seq),
                MessagePosition.of(before, after, around, null),
                PageLimit.of(limit));
    }

    @GetMapping("/api/v1/chats/{chatId}/messages/{seq}")
    Mono<MessageView> message(
            @PathVariable ChatId chatId,
            @PathVariable long seq,
            Actor actor,
            CallerToken token,
            ServerHttpResponse response) {
        return timeline.message(new Caller(actor, token), chatId, seq)
                .doOnNext(message -> tag(response, message));
    }

    /**
     * Past ResponseEntity, which would answer a condition with 304: the tag is the version that an edit is to
     * replace, and there is more to a message than its text.
     */
    private static void tag(ServerHttpResponse response, MessageView message) {
        response.getHeaders().setETag(IfMatch.tag(message.version()));
    }

    @GetMapping("/api/v1/chats/{chatId}/log")
    Mono<LogPage> log(
            @PathVariable ChatId chatId,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor,
            CallerToken token) {
        if (after < 0) {
            throw new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                    .field("after", "must be 0 or more");
        }
        return timeline.log(
                new Caller(actor, token),
                chatId,
                after,
                PageLimit.of(limit, DEFAULT_LOG_LIMIT, MAX_LOG_LIMIT));
    }
}

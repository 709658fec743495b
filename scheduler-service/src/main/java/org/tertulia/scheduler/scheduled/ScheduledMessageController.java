package org.tertulia.scheduler.scheduled;

import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.scheduler.once.IdempotencyKey;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.IfMatch;
import org.tertulia.starter.web.PageLimit;
import reactor.core.publisher.Mono;

/** The caller's own scheduled messages; nobody else's can be reached. The entity tag is the version of the message. */
@RestController
@RequestMapping("/api/v1/scheduled-messages")
final class ScheduledMessageController {

    private final ScheduledMessageMaking making;
    private final ScheduledMessageEditing editing;
    private final ScheduledMessageList list;

    ScheduledMessageController(
            ScheduledMessageMaking making,
            ScheduledMessageEditing editing,
            ScheduledMessageList list) {
        this.making = making;
        this.editing = editing;
        this.list = list;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<ScheduledMessageView>> create(
            Actor actor,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody CreateScheduledMessageRequest request) {
        return making.make(actor, request, IdempotencyKey.of(key))
                .map(ScheduledMessageController::created);
    }

    @GetMapping
    Mono<CursorPage<ScheduledMessageView>> page(
            Actor actor,
            @RequestParam(required = false) @Nullable ChatId chatId,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list.page(actor, chatId, stateOf(state), PageLimit.of(limit), cursor);
    }

    @GetMapping("/{scheduledMessageId}")
    Mono<ResponseEntity<ScheduledMessageView>> read(
            Actor actor, @PathVariable ScheduledMessageId scheduledMessageId) {
        return editing.read(actor, scheduledMessageId).map(ScheduledMessageController::tagged);
    }

    @PatchMapping("/{scheduledMessageId}")
    Mono<ResponseEntity<ScheduledMessageView>> change(
            Actor actor,
            @PathVariable ScheduledMessageId scheduledMessageId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChangeScheduledMessageRequest request) {
        return editing.change(actor, scheduledMessageId, request, IfMatch.of(ifMatch))
                .map(ScheduledMessageController::tagged);
    }

    @PostMapping("/{scheduledMessageId}/send")
    Mono<ResponseEntity<ScheduledMessageView>> send(
            Actor actor,
            @PathVariable ScheduledMessageId scheduledMessageId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        return editing.send(actor, scheduledMessageId, IfMatch.of(ifMatch))
                .map(ScheduledMessageController::tagged);
    }

    @DeleteMapping("/{scheduledMessageId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(
            Actor actor,
            @PathVariable ScheduledMessageId scheduledMessageId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        return editing.delete(actor, scheduledMessageId, IfMatch.of(ifMatch));
    }

    private static @Nullable ScheduledState stateOf(@Nullable String name) {
        return name == null
                ? null
                : ScheduledState.named(name)
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                        ProblemTypes.VALIDATION_FAILED,
                                                        "A value is not allowed.")
                                                .field(
                                                        "state",
                                                        "must be waiting, sending, sent or refused"));
    }

    private static ResponseEntity<ScheduledMessageView> created(ScheduledMessage message) {
        return ResponseEntity.created(URI.create("/api/v1/scheduled-messages/" + message.id()))
                .eTag(IfMatch.tag(message.version()))
                .body(ScheduledMessageView.of(message));
    }

    private static ResponseEntity<ScheduledMessageView> tagged(ScheduledMessage message) {
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(message.version()))
                .body(ScheduledMessageView.of(message));
    }
}

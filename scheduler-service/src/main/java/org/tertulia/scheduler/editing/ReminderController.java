package org.tertulia.scheduler.editing;

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
import org.tertulia.scheduler.reminders.Reminder;
import org.tertulia.scheduler.reminders.ReminderId;
import org.tertulia.scheduler.reminders.ReminderState;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.IfMatch;
import org.tertulia.starter.web.PageLimit;
import reactor.core.publisher.Mono;

/** The caller's own reminders; nobody else's can be reached. The entity tag is the version of the reminder. */
@RestController
@RequestMapping("/api/v1/reminders")
final class ReminderController {

    private final ReminderMaking making;
    private final ReminderEditing editing;
    private final ReminderList list;

    ReminderController(ReminderMaking making, ReminderEditing editing, ReminderList list) {
        this.making = making;
        this.editing = editing;
        this.list = list;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<ReminderView>> create(
            Actor actor,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody CreateReminderRequest request) {
        return making.make(actor, request, IdempotencyKey.of(key)).map(ReminderController::created);
    }

    @GetMapping
    Mono<CursorPage<ReminderView>> page(
            Actor actor,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list.page(actor, stateOf(state), PageLimit.of(limit), cursor);
    }

    @GetMapping("/{reminderId}")
    Mono<ResponseEntity<ReminderView>> read(Actor actor, @PathVariable ReminderId reminderId) {
        return editing.read(actor, reminderId).map(ReminderController::tagged);
    }

    @PatchMapping("/{reminderId}")
    Mono<ResponseEntity<ReminderView>> change(
            Actor actor,
            @PathVariable ReminderId reminderId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChangeReminderRequest request) {
        return editing.change(actor, reminderId, request, IfMatch.of(ifMatch))
                .map(ReminderController::tagged);
    }

    @PostMapping("/{reminderId}/snooze")
    Mono<ResponseEntity<ReminderView>> snooze(
            Actor actor,
            @PathVariable ReminderId reminderId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SnoozeRequest request) {
        return editing.snooze(actor, reminderId, request, IfMatch.of(ifMatch))
                .map(ReminderController::tagged);
    }

    @PostMapping("/{reminderId}/skip")
    Mono<ResponseEntity<ReminderView>> skip(
            Actor actor,
            @PathVariable ReminderId reminderId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        return editing.skip(actor, reminderId, IfMatch.of(ifMatch)).map(ReminderController::tagged);
    }

    @PostMapping("/{reminderId}/complete")
    Mono<ResponseEntity<ReminderView>> complete(
            Actor actor,
            @PathVariable ReminderId reminderId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        return editing.complete(actor, reminderId, IfMatch.of(ifMatch))
                .map(ReminderController::tagged);
    }

    @DeleteMapping("/{reminderId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(
            Actor actor,
            @PathVariable ReminderId reminderId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        return editing.delete(actor, reminderId, IfMatch.of(ifMatch));
    }

    private static @Nullable ReminderState stateOf(@Nullable String name) {
        return name == null
                ? null
                : ReminderState.named(name)
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                        ProblemTypes.VALIDATION_FAILED,
                                                        "A value is not allowed.")
                                                .field(
                                                        "state",
                                                        "must be waiting, fired or completed"));
    }

    private static ResponseEntity<ReminderView> created(Reminder reminder) {
        return ResponseEntity.created(URI.create("/api/v1/reminders/" + reminder.id()))
                .eTag(IfMatch.tag(reminder.version()))
                .body(ReminderView.of(reminder));
    }

    private static ResponseEntity<ReminderView> tagged(Reminder reminder) {
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(reminder.version()))
                .body(ReminderView.of(reminder));
    }
}

package org.tertulia.scheduler.editing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.scheduler.clockwork.WakeUps;
import org.tertulia.scheduler.once.IdempotencyKey;
import org.tertulia.scheduler.once.IdempotencyKeyReused;
import org.tertulia.scheduler.once.OnceOnly;
import org.tertulia.scheduler.reminders.IfLate;
import org.tertulia.scheduler.reminders.MessageReference;
import org.tertulia.scheduler.reminders.Reminder;
import org.tertulia.scheduler.reminders.ReminderId;
import org.tertulia.scheduler.reminders.ReminderLedger;
import org.tertulia.scheduler.reminders.ReminderState;
import org.tertulia.scheduler.zones.TimeZones;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.Actor;
import reactor.core.publisher.Mono;

/** Makes reminders, as many as a person may have. */
@Component
final class ReminderMaking {

    private final ReminderLedger ledger;
    private final ReminderAdmission admission;
    private final ReminderTimes times;
    private final OnceOnly onceOnly;
    private final IdGenerator ids;
    private final TransactionalOperator transactions;
    private final WakeUps wakeUps;

    ReminderMaking(
            ReminderLedger ledger,
            ReminderAdmission admission,
            ReminderTimes times,
            OnceOnly onceOnly,
            IdGenerator ids,
            TransactionalOperator transactions,
            WakeUps wakeUps) {
        this.ledger = ledger;
        this.admission = admission;
        this.times = times;
        this.onceOnly = onceOnly;
        this.ids = ids;
        this.transactions = transactions;
        this.wakeUps = wakeUps;
    }

    /**
     * A new reminder of the caller's; with a key that made one before, that one as it is now. Fails with
     * validation-failed, {@link TooManyReminders}, audience-refused, {@link IdempotencyKeyReused}, and {@link ReminderNotFound} when what
     * the key made is deleted.
     */
    Mono<Reminder> make(Actor actor, CreateReminderRequest request, @Nullable IdempotencyKey key) {
        var owner = actor.userId();
        var id = new ReminderId(ids.next());
        var made = Mono.defer(() -> admission.admit(reminder(id, owner, request)));
        return Mono.defer(() -> key == null ? made : once(owner, key, request, id, made))
                .as(transactions::transactional)
                .doOnNext(_ -> wakeUps.wake());
    }

    private Mono<Reminder> once(
            UserId owner,
            IdempotencyKey key,
            CreateReminderRequest request,
            ReminderId id,
            Mono<Reminder> made) {
        return onceOnly.run(
                owner,
                key,
                onceOnly.wish(request, id.value()),
                times.now(),
                made,
                first -> found(owner, new ReminderId(first)));
    }

    private Mono<Reminder> found(UserId owner, ReminderId first) {
        return ledger.find(owner, first)
                .switchIfEmpty(Mono.error(() -> new ReminderNotFound(first)));
    }

    private Reminder reminder(ReminderId id, UserId owner, CreateReminderRequest request) {
        var zone = request.zone() == null ? null : TimeZones.of("zone", request.zone());
        var ifLate = Objects.requireNonNullElse(request.ifLate(), IfLate.FIRE);
        var now = times.now();
        return new Reminder(
                id,
                owner,
                AudienceRequest.of(request.audience(), owner),
                ReminderText.of(request.text()),
                about(request),
                times.timing(request.dueAt(), request.recurrence(), zone, ifLate),
                ReminderState.WAITING,
                null,
                1,
                now,
                now);
    }

    private static @Nullable MessageReference about(CreateReminderRequest request) {
        var chat = request.chatId();
        if (chat != null) {
            return new MessageReference(chat, request.message());
        }
        if (request.message() != null) {
            throw new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                    .field("chatId", "must be there when message is");
        }
        return null;
    }
}

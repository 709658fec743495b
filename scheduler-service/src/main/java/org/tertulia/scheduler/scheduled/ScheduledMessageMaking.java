package org.tertulia.scheduler.scheduled;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.scheduler.clockwork.WakeUps;
import org.tertulia.scheduler.membership.Memberships;
import org.tertulia.scheduler.once.IdempotencyKey;
import org.tertulia.scheduler.once.IdempotencyKeyReused;
import org.tertulia.scheduler.once.OnceOnly;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.security.Actor;
import reactor.core.publisher.Mono;

/** Schedules messages for chats that their authors are in, as many as a person may have waiting. */
@Component
final class ScheduledMessageMaking {

    private final ScheduledMessageLedger ledger;
    private final Composition composition;
    private final Memberships memberships;
    private final OnceOnly onceOnly;
    private final ScheduledMessageProperties properties;
    private final TransactionalOperator transactions;
    private final WakeUps wakeUps;

    ScheduledMessageMaking(
            ScheduledMessageLedger ledger,
            Composition composition,
            Memberships memberships,
            OnceOnly onceOnly,
            ScheduledMessageProperties properties,
            TransactionalOperator transactions,
            WakeUps wakeUps) {
        this.ledger = ledger;
        this.composition = composition;
        this.memberships = memberships;
        this.onceOnly = onceOnly;
        this.properties = properties;
        this.transactions = transactions;
        this.wakeUps = wakeUps;
    }

    /**
     * A new message of the caller's; with a key that made one before, that one as it is now. Fails with validation-failed,
     * {@link ChatNotFound}, {@link TooManyScheduledMessages}, {@link IdempotencyKeyReused}, and {@link
     * ScheduledMessageNotFound} when what the key made is deleted.
     */
    Mono<ScheduledMessage> make(
            Actor actor, CreateScheduledMessageRequest request, @Nullable IdempotencyKey key) {
        var author = actor.userId();
        var id = composition.nextId();
        var made = Mono.defer(() -> add(composition.message(id, author, request)));
        return Mono.defer(() -> key == null ? made : once(author, key, request, id, made))
                .as(transactions::transactional)
                .doOnNext(_ -> wakeUps.wake());
    }

    private Mono<ScheduledMessage> once(
            UserId author,
            IdempotencyKey key,
            CreateScheduledMessageRequest request,
            ScheduledMessageId id,
            Mono<ScheduledMessage> made) {
        return onceOnly.run(
                author,
                key,
                onceOnly.wish(request, id.value()),
                composition.now(),
                made,
                first -> ledger.find(author, new ScheduledMessageId(first)));
    }

    private Mono<ScheduledMessage> add(ScheduledMessage message) {
        var author = message.author();
        return memberships
                .isPresent(message.chat(), author)
                .filter(present -> present)
                .switchIfEmpty(Mono.error(() -> new ChatNotFound(message.chat())))
                .then(Mono.defer(() -> ledger.lockWaiting(author)))
                .filter(waiting -> waiting < properties.maxWaiting())
                .switchIfEmpty(
                        Mono.error(() -> new TooManyScheduledMessages(properties.maxWaiting())))
                .then(Mono.defer(() -> ledger.add(message)));
    }
}

package org.tertulia.scheduler.scheduled;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.scheduler.clockwork.WakeUps;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.web.IfMatch;
import reactor.core.publisher.Mono;

/**
 * Changes the caller's scheduled messages, each under its row lock: of a change and the handing over of the same message one
 * comes first. Everything fails with {@link ScheduledMessageNotFound} for what is not the caller's, and with
 * precondition-failed.
 */
@Component
final class ScheduledMessageEditing {

    private final ScheduledMessageLedger ledger;
    private final Composition composition;
    private final TransactionalOperator transactions;
    private final WakeUps wakeUps;

    ScheduledMessageEditing(
            ScheduledMessageLedger ledger,
            Composition composition,
            TransactionalOperator transactions,
            WakeUps wakeUps) {
        this.ledger = ledger;
        this.composition = composition;
        this.transactions = transactions;
        this.wakeUps = wakeUps;
    }

    /** As it is. */
    Mono<ScheduledMessage> read(Actor actor, ScheduledMessageId id) {
        return ledger.find(actor.userId(), id);
    }

    /** Says something else, or then. Fails with validation-failed and {@link ScheduledMessageNotWaiting}. */
    Mono<ScheduledMessage> change(
            Actor actor,
            ScheduledMessageId id,
            ChangeScheduledMessageRequest request,
            IfMatch ifMatch) {
        return locked(actor, id, ifMatch)
                .map(ScheduledMessageEditing::waiting)
                .flatMap(message -> ledger.replace(message, composition.changed(message, request)))
                .as(transactions::transactional)
                .doOnNext(_ -> wakeUps.wake());
    }

    /** Hands it over now; what was handed over is left alone. Fails with {@link ScheduledMessageNotWaiting} if it was refused. */
    Mono<ScheduledMessage> send(Actor actor, ScheduledMessageId id, IfMatch ifMatch) {
        return locked(actor, id, ifMatch)
                .flatMap(
                        message ->
                                switch (message.state()) {
                                    case WAITING -> ledger.handOver(message, composition.now());
                                    case SENDING, SENT -> Mono.just(message);
                                    case REFUSED ->
                                            Mono.error(
                                                    new ScheduledMessageNotWaiting(
                                                            message.state()));
                                })
                .as(transactions::transactional);
    }

    /**
     * One that waits is never posted; one that was sent or refused is off the list. Fails with {@link
     * ScheduledMessageNotWaiting} for one that is on its way.
     */
    Mono<Void> delete(Actor actor, ScheduledMessageId id, IfMatch ifMatch) {
        return locked(actor, id, ifMatch)
                .doOnNext(
                        message -> {
                            if (message.state() == ScheduledState.SENDING) {
                                throw new ScheduledMessageNotWaiting(message.state());
                            }
                        })
                .flatMap(message -> ledger.remove(message, composition.now()))
                .as(transactions::transactional);
    }

    private Mono<ScheduledMessage> locked(Actor actor, ScheduledMessageId id, IfMatch ifMatch) {
        return ledger.lock(actor.userId(), id)
                .doOnNext(message -> ifMatch.require(message.version()));
    }

    private static ScheduledMessage waiting(ScheduledMessage message) {
        if (!message.isWaiting()) {
            throw new ScheduledMessageNotWaiting(message.state());
        }
        return message;
    }
}

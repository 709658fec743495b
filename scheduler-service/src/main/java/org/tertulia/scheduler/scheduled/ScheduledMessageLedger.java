package org.tertulia.scheduler.scheduled;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.outbox.Outbox;
import reactor.core.publisher.Mono;

/**
 * The stored messages, as their authors change them. What others are to know of a change is announced with it, in the caller's
 * transaction and under the message's row lock, so that the events of a message come in order.
 */
@Component
final class ScheduledMessageLedger {

    private final ScheduledMessageRepository messages;
    private final Outbox outbox;

    ScheduledMessageLedger(ScheduledMessageRepository messages, Outbox outbox) {
        this.messages = messages;
        this.outbox = outbox;
    }

    /** Somebody's message. Fails with {@link ScheduledMessageNotFound}. */
    Mono<ScheduledMessage> find(UserId author, ScheduledMessageId id) {
        return messages.find(author, id)
                .switchIfEmpty(Mono.error(() -> new ScheduledMessageNotFound(id)));
    }

    /** The same, locked until the end of the transaction. */
    Mono<ScheduledMessage> lock(UserId author, ScheduledMessageId id) {
        return messages.lock(author, id)
                .switchIfEmpty(Mono.error(() -> new ScheduledMessageNotFound(id)));
    }

    /** How many of somebody's messages wait; until the end of the transaction nobody else asks. */
    Mono<Long> lockWaiting(UserId author) {
        return messages.lockAuthor(author).then(Mono.defer(() -> messages.countWaiting(author)));
    }

    /** Stores a new message, and has its files held. */
    Mono<ScheduledMessage> add(ScheduledMessage message) {
        return messages.insert(message)
                .then(Mono.justOrEmpty(ScheduledMessageEvents.held(message)))
                .flatMap(this::announce)
                .thenReturn(message);
    }

    /** Stores the next version of a locked message; the same version is left alone. */
    Mono<ScheduledMessage> replace(ScheduledMessage before, ScheduledMessage after) {
        return after.version() == before.version()
                ? Mono.just(before)
                : messages.update(after).thenReturn(after);
    }

    /** Hands over a locked message that waits. */
    Mono<ScheduledMessage> handOver(ScheduledMessage message, Instant now) {
        var sending = message.sending(now);
        return messages.update(sending)
                .then(Mono.defer(() -> announce(ScheduledMessageEvents.due(sending, now))))
                .thenReturn(sending);
    }

    /** Deletes a locked message; one that waits has its files released, which the others have been. */
    Mono<Void> remove(ScheduledMessage message, Instant now) {
        return messages.delete(message.id())
                .then(Mono.justOrEmpty(ScheduledMessageEvents.released(message, now)))
                .filter(_ -> message.isWaiting())
                .flatMap(this::announce);
    }

    private Mono<Void> announce(TertuliaEvent event) {
        return outbox.append(ScheduledMessageEvents.TOPIC, event);
    }
}

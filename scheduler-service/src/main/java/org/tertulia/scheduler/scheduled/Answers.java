package org.tertulia.scheduler.scheduled;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.contracts.posting.PostingEvent;
import org.tertulia.contracts.posting.ScheduledMessagePosted;
import org.tertulia.contracts.posting.ScheduledMessageRefused;
import org.tertulia.starter.outbox.Outbox;
import reactor.core.publisher.Mono;

/**
 * Stores what became of the messages that were handed over, each once; that a message was posted counts also when it was told
 * to be refused before. With the answer its files are released, which the message has by then.
 */
@Component
final class Answers {

    private final DueMessageRepository messages;
    private final Outbox outbox;
    private final TransactionalOperator transactions;
    private final Clock clock;

    Answers(
            DueMessageRepository messages,
            Outbox outbox,
            TransactionalOperator transactions,
            Clock clock) {
        this.messages = messages;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    Mono<Void> apply(PostingEvent answer) {
        return Mono.defer(() -> apply(answer, clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .as(transactions::transactional);
    }

    private Mono<Void> apply(PostingEvent answer, Instant now) {
        var answered =
                switch (answer) {
                    case ScheduledMessagePosted e ->
                            messages.markSent(e.scheduledMessageId(), e.seq(), now);
                    case ScheduledMessageRefused e ->
                            messages.markRefused(
                                    e.scheduledMessageId(),
                                    new Refusal(e.problem(), e.detail()),
                                    now);
                };
        return answered.flatMap(
                        message -> Mono.justOrEmpty(ScheduledMessageEvents.released(message, now)))
                .flatMap(released -> outbox.append(ScheduledMessageEvents.TOPIC, released));
    }
}

package org.tertulia.notification.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.notification.config.EmailProperties;
import org.tertulia.notification.quiet.QuietHours;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes the digests that are due. Which notifications one tells of, the mail, and when the person's next one is due are one
 * transaction. In quiet hours a digest is put off until they end.
 */
@Component
final class DigestMaking {

    private final DigestRepository digests;
    private final MailQueue queue;
    private final QuietHours quietHours;
    private final EmailProperties properties;
    private final TransactionalOperator transactions;
    private final Clock clock;

    DigestMaking(
            DigestRepository digests,
            MailQueue queue,
            QuietHours quietHours,
            EmailProperties properties,
            TransactionalOperator transactions,
            Clock clock) {
        this.digests = digests;
        this.queue = queue;
        this.quietHours = quietHours;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Makes one batch; whether there may be more. While the queue is full there is none: what is due stays due. */
    Mono<Boolean> makeBatch() {
        return queue.hasRoom()
                .filter(room -> room)
                .flatMap(_ -> Mono.defer(() -> make(now())).as(transactions::transactional))
                .map(size -> size == properties.queue().batch())
                .defaultIfEmpty(false);
    }

    private Mono<Integer> make(Instant now) {
        return digests.claimDue(now, properties.queue().batch())
                .flatMap(
                        due ->
                                Flux.fromIterable(due)
                                        .concatMap(person -> make(person, now))
                                        .then(Mono.just(due.size())));
    }

    private Mono<Void> make(Recipient due, Instant now) {
        return quietHours
                .endOf(due.person(), now)
                .flatMap(end -> digests.setNext(due.person(), end).thenReturn(true))
                .switchIfEmpty(Mono.defer(() -> collect(due, now).thenReturn(true)))
                .then();
    }

    private Mono<Void> collect(Recipient due, Instant now) {
        var mail = queue.mail(due.person(), MailKind.DIGEST, due.address());
        return digests.collect(due.person(), mail.id(), now.minus(properties.minUnread()))
                .filter(count -> count > 0)
                .flatMap(_ -> queue.enqueue(mail, now))
                .then(digests.setNext(due.person(), due.next(now)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

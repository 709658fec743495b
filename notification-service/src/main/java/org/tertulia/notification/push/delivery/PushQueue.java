package org.tertulia.notification.push.delivery;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import org.tertulia.starter.id.NotificationId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/**
 * What is to be pushed, as the inbox sees it. Everything is part of the caller's transaction, which has the person's inbox
 * locked; the database function {@code queue_push} puts a notification in, in the statement that tells of it.
 */
@Component
public final class PushQueue {

    private final PushRepository pushes;
    private final PushWakeUps wakeUps;
    private final Clock clock;

    PushQueue(PushRepository pushes, PushWakeUps wakeUps, Clock clock) {
        this.pushes = pushes;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    /** What was put in is sent as soon as the transaction has committed. */
    public Mono<Void> wakeAfterCommit() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(waking()))
                .then();
    }

    private TransactionSynchronization waking() {
        return new TransactionSynchronization() {
            @Override
            public Mono<Void> afterCommit() {
                return Mono.fromRunnable(wakeUps::wake);
            }
        };
    }

    /** These are not unread any more: they are not pushed, and taken away where they were. */
    public Mono<Void> settled(UserId person, List<NotificationId> ids) {
        return Mono.defer(() -> pushes.settled(person, ids, clock.instant()))
                .filter(written -> written > 0)
                .flatMap(_ -> wakeAfterCommit());
    }
}

package org.tertulia.notification.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.notification.decisions.NotificationKind;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets tests outside this feature tell people things without an event. */
@Component
public final class ToldInATest {

    private final Inbox inbox;
    private final TransactionalOperator transactions;

    ToldInATest(Inbox inbox, TransactionalOperator transactions) {
        this.inbox = inbox;
        this.transactions = transactions;
    }

    /** Tells somebody new of a mention; who it is. */
    public Mono<UUID> somebody() {
        var person = new UserId(UUID.randomUUID());
        return inbox.lock(List.of(person))
                .then(Mono.defer(() -> inbox.tell(person, said(NotificationKind.MENTION, 1))))
                .thenReturn(person.value())
                .as(transactions::transactional);
    }

    /** Tells the person of so many messages. */
    public Mono<Void> often(UUID id, NotificationKind kind, int from, int to) {
        var person = new UserId(id);
        return inbox.lock(List.of(person))
                .thenMany(
                        Flux.range(from, to - from + 1)
                                .concatMap(n -> inbox.tell(person, said(kind, n))))
                .then()
                .as(transactions::transactional);
    }

    private static Telling said(NotificationKind kind, long seq) {
        var chat = new ChatId(new UUID(0, 99));
        return new Telling(
                kind,
                "message/%s/%d".formatted(chat, seq),
                new Telling.Place(chat, seq, null, null),
                seq,
                new UserId(new UUID(0, 98)),
                "said " + seq,
                Instant.now());
    }
}

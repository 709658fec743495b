package org.tertulia.notification.listening;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.notification.inbox.Inbox;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Goes through people, in the order of their ids, some hundred in one transaction that has their inboxes locked. When it
 * breaks off, whatever it is for begins anew with the event, and finds done what was done.
 */
@Component
final class Rounds {

    /** People of one transaction: a few statements each, so well under a second. */
    static final int PEOPLE = 200;

    private static final UUID FIRST = new UUID(0, 0);

    private final Inbox inbox;
    private final TransactionalOperator transactions;

    Rounds(Inbox inbox, TransactionalOperator transactions) {
        this.inbox = inbox;
        this.transactions = transactions;
    }

    /** Finds the people after one of them, at most {@link #PEOPLE}. */
    @FunctionalInterface
    interface People {
        Mono<List<UserId>> after(UUID person);
    }

    /** Does something for each of these people, one after the other. */
    Mono<Void> each(People people, Function<UserId, Mono<Void>> work) {
        return all(people, some -> Flux.fromIterable(some).concatMap(work).then());
    }

    /** Does something for these people, some hundred at once. */
    Mono<Void> all(People people, Function<List<UserId>, Mono<Void>> work) {
        return round(people, FIRST, work)
                .expand(
                        some ->
                                some.size() < PEOPLE
                                        ? Mono.empty()
                                        : round(people, some.getLast().value(), work))
                .then();
    }

    /** Does something for one person. */
    Mono<Void> one(UserId person, Mono<Void> work) {
        return inbox.lock(List.of(person)).then(work).as(transactions::transactional);
    }

    private Mono<List<UserId>> round(
            People people, UUID after, Function<List<UserId>, Mono<Void>> work) {
        return people.after(after)
                .filter(some -> !some.isEmpty())
                .flatMap(
                        some ->
                                inbox.lock(some)
                                        .then(Mono.defer(() -> work.apply(some)))
                                        .as(transactions::transactional)
                                        .thenReturn(some));
    }
}

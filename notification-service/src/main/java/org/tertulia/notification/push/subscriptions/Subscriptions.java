package org.tertulia.notification.push.subscriptions;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.starter.egress.AddressRefused;
import org.tertulia.starter.egress.WebAddress;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The browsers that people want to be told on. */
@Component
final class Subscriptions {

    /** Of a person; whoever subscribes with one more loses the oldest. */
    static final int MAX_PER_PERSON = 10;

    private static final Duration LOOK_UP = Duration.ofSeconds(2);

    private final SubscriptionRepository subscriptions;
    private final PushEndpoints endpoints;
    private final TransactionalOperator transactions;
    private final IdGenerator ids;
    private final Clock clock;

    Subscriptions(
            SubscriptionRepository subscriptions,
            PushEndpoints endpoints,
            TransactionalOperator transactions,
            IdGenerator ids,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.endpoints = endpoints;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Tells the person on this browser from now on, and nobody else. The same endpoint again changes what is known of it.
     * Fails with {@link PushEndpointRefused} and validation-failed.
     */
    Mono<Subscription> subscribe(UserId person, SubscribeRequest request) {
        return Mono.fromSupplier(() -> endpoints.parse(request.endpoint()))
                .flatMap(this::reachable)
                .map(endpoint -> subscription(endpoint, request))
                .flatMap(asked -> store(person, asked));
    }

    /** A name that can not be looked up at the moment is looked up again before anything is sent there. */
    private Mono<WebAddress> reachable(WebAddress endpoint) {
        return endpoints
                .addressOf(endpoint)
                .timeout(LOOK_UP)
                .thenReturn(endpoint)
                .onErrorResume(
                        error ->
                                switch (error) {
                                    case PushEndpointRefused refused -> Mono.error(refused);
                                    case AddressRefused _ ->
                                            Mono.error(
                                                    new PushEndpointRefused(
                                                            "It is not on the public internet."));
                                    default -> Mono.just(endpoint);
                                });
    }

    private Subscription subscription(WebAddress endpoint, SubscribeRequest request) {
        return new Subscription(
                ids.next(),
                endpoint.toString(),
                request.checkedKeys(),
                request.checkedName(),
                Boolean.TRUE.equals(request.contentFree()),
                request.language(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private Mono<Subscription> store(UserId person, Subscription asked) {
        return subscriptions
                .lock(person)
                .then(subscriptions.takeFromOthers(person, asked.endpoint()))
                .then(subscriptions.put(person, asked))
                .flatMap(
                        stored ->
                                subscriptions
                                        .deleteOldest(person, MAX_PER_PERSON)
                                        .thenReturn(stored))
                .as(transactions::transactional);
    }

    /** All of the person's, the newest first. */
    Mono<List<Subscription>> list(UserId person) {
        return subscriptions.findAll(person, MAX_PER_PERSON);
    }

    /** Nothing is sent there any more. Fails with {@link SubscriptionNotFound}. */
    Mono<Void> unsubscribe(UserId person, UUID id) {
        return subscriptions
                .delete(person, id)
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new SubscriptionNotFound(id)))
                .then();
    }
}

package org.tertulia.notification.push.delivery;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.notification.config.PushProperties;
import org.tertulia.notification.push.delivery.PushMetrics.Fate;
import org.tertulia.starter.egress.WebAddress;
import org.tertulia.starter.id.IdGenerator;
import reactor.core.publisher.Mono;

/** Writes down what became of a try. */
@Component
final class PushBookkeeping {

    private static final Logger log = LoggerFactory.getLogger(PushBookkeeping.class);

    private final PushRepository pushes;
    private final DeadLetterRepository deadLetters;
    private final TransactionalOperator transactions;
    private final IdGenerator ids;
    private final PushProperties properties;
    private final PushMetrics metrics;
    private final Clock clock;
    private final Backoff backoff;

    PushBookkeeping(
            PushRepository pushes,
            DeadLetterRepository deadLetters,
            TransactionalOperator transactions,
            IdGenerator ids,
            PushProperties properties,
            PushMetrics metrics,
            Clock clock) {
        this.pushes = pushes;
        this.deadLetters = deadLetters;
        this.transactions = transactions;
        this.ids = ids;
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
        this.backoff = new Backoff(properties.firstPause(), properties.longestPause());
    }

    Mono<Void> write(Push push, PushOutcome outcome) {
        return switch (outcome) {
            case PushOutcome.Accepted _ -> accepted(push);
            case PushOutcome.Gone _ ->
                    counted(Fate.PRUNED, pushes.prune(push.place().subscription()));
            case PushOutcome.Refused(var reason) -> dead(push, reason);
            case PushOutcome.Later later when push.attempts() >= properties.attempts() ->
                    dead(push, later.reason());
            case PushOutcome.Later later -> retry(push, later);
            case PushOutcome.Resting _ ->
                    counted(
                            Fate.HELD,
                            pushes.hold(push.place(), clock.instant().plus(properties.rest())));
        };
    }

    private Mono<Void> accepted(Push push) {
        var now = clock.instant();
        var shown = push.notification();
        if (shown != null) {
            metrics.accepted(push.at(), now);
        }
        return counted(
                Fate.ACCEPTED, pushes.accepted(push, shown == null ? null : shown.id(), now));
    }

    private Mono<Void> retry(Push push, PushOutcome.Later later) {
        var pause = backoff.pause(push.attempts(), later.retryAfter(), ThreadLocalRandom.current());
        return counted(Fate.RETRIED, pushes.retry(push.place(), clock.instant().plus(pause)));
    }

    private Mono<Void> dead(Push push, String reason) {
        var host =
                WebAddress.parse(push.receiver().endpoint()).map(WebAddress::host).orElse("none");
        log.warn(
                "A push message to {} was given up after {} tries: {}",
                host,
                push.attempts(),
                reason);
        return counted(
                Fate.DEAD,
                deadLetters
                        .insert(ids.next(), push, host, reason, clock.instant())
                        .then(pushes.drop(push.place()))
                        .as(transactions::transactional));
    }

    private Mono<Void> counted(Fate fate, Mono<Void> change) {
        return change.doOnSuccess(_ -> metrics.count(fate));
    }
}

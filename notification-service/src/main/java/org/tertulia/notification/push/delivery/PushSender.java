package org.tertulia.notification.push.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tertulia.notification.config.PushProperties;
import org.tertulia.notification.push.encryption.VapidKeys;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends what is due, some at once. Every instance runs one, and they share the work: what one has claimed, the others pass
 * over until its lease is over, and then it is sent again.
 */
@Component
final class PushSender implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PushSender.class);

    private final PushRepository pushes;
    private final PushDelivery delivery;
    private final PushWakeUps wakeUps;
    private final VapidKeys keys;
    private final PushProperties properties;
    private final Clock clock;
    private @Nullable Disposable running;

    PushSender(
            PushRepository pushes,
            PushDelivery delivery,
            PushWakeUps wakeUps,
            VapidKeys keys,
            PushProperties properties,
            Clock clock) {
        this.pushes = pushes;
        this.delivery = delivery;
        this.wakeUps = wakeUps;
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
    }

    /** Without keys of ours nobody could have subscribed: they are made first. */
    @Override
    public synchronized void start() {
        running =
                ticks().onBackpressureLatest()
                        .concatMap(_ -> due(), 1)
                        .flatMap(this::deliver, properties.concurrency(), 1)
                        .subscribe();
    }

    private Flux<?> ticks() {
        var polls = Flux.interval(Duration.ZERO, properties.pollInterval()).onBackpressureDrop();
        return Flux.merge(polls, wakeUps.all());
    }

    /** All that is due, batch by batch, each when the one before is under way. */
    private Flux<Push> due() {
        return keys.publicKey()
                .then(Mono.defer(this::claim))
                .expand(some -> some.size() < properties.batch() ? Mono.empty() : claim())
                .concatMapIterable(some -> some, 1)
                .onErrorResume(PushSender::later);
    }

    private Mono<List<Push>> claim() {
        return Mono.defer(
                () -> {
                    var now = clock.instant();
                    return pushes.claim(now, now.plus(properties.lease()), properties.batch());
                });
    }

    private static Flux<Push> later(Throwable error) {
        log.warn("Nothing is pushed for the moment: {}", error.toString());
        return Flux.empty();
    }

    private Mono<Void> deliver(Push push) {
        return delivery.deliver(push).onErrorResume(PushSender::again);
    }

    private static Mono<Void> again(Throwable error) {
        log.warn(
                "It is not known whether a push message was sent; it is again: {}",
                error.toString());
        return Mono.empty();
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}

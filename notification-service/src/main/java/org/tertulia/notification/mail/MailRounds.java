package org.tertulia.notification.mail;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tertulia.notification.config.EmailProperties;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes digests and sends mails, again and again. Every instance does, and they share the work: what one is at, the others
 * pass over. Without a mail server there is nothing to do.
 */
@Component
final class MailRounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailRounds.class);

    private static final Duration UPKEEP = Duration.ofMinutes(1);
    private static final int PURGED = 1_000;

    private final DigestMaking making;
    private final MailSending sending;
    private final MailRepository mails;
    private final MailQueue queue;
    private final MailMetrics metrics;
    private final EmailProperties properties;
    private final Clock clock;
    private @Nullable Disposable running;

    MailRounds(
            DigestMaking making,
            MailSending sending,
            MailRepository mails,
            MailQueue queue,
            MailMetrics metrics,
            EmailProperties properties,
            Clock clock) {
        this.making = making;
        this.sending = sending;
        this.mails = mails;
        this.queue = queue;
        this.metrics = metrics;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (queue.isOpen()) {
            var rounds = every(properties.queue().poll(), Mono.defer(this::round));
            running = Flux.merge(rounds, every(UPKEEP, Mono.defer(this::upkeep))).subscribe();
        }
    }

    private static Flux<Void> every(Duration time, Mono<Void> work) {
        return Flux.interval(time)
                .onBackpressureDrop()
                .concatMap(_ -> work.onErrorResume(MailRounds::later), 1);
    }

    /** Everything that is due now, batch by batch. */
    Mono<Void> round() {
        return untilNoneIsLeft(making.makeBatch()).then(untilNoneIsLeft(sending.sendBatch()));
    }

    private static Mono<Void> untilNoneIsLeft(Mono<Boolean> batch) {
        return batch.repeat().takeUntil(more -> !more).then();
    }

    /** Deletes what is over, and counts what waits. */
    Mono<Void> upkeep() {
        var now = clock.instant();
        return mails.purge(now.minus(properties.queue().keptFor()), now, PURGED)
                .then(mails.countWaiting(properties.queue().maxWaiting()))
                .doOnNext(metrics::waiting)
                .then();
    }

    private static Mono<Void> later(Throwable error) {
        log.warn("Mails wait for the moment: {}", error.toString());
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

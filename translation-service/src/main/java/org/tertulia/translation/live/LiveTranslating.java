package org.tertulia.translation.live;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tertulia.starter.kafka.EphemeralEvents;
import org.tertulia.translation.messages.MessageOutcome;
import org.tertulia.translation.messages.MessageTranslating;
import org.tertulia.translation.store.ChatLanguages;
import org.tertulia.translation.store.KeptTranslation;
import org.tertulia.translation.store.TranslationEvents;
import org.tertulia.translation.translating.TranslationOutcome.Reason;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Translates what is wanted as it is said, as far as there is room for it, and tells what came of it. Nothing that fails or is
 * dropped is tried again: who waits in vain asks by REST.
 */
@Component
final class LiveTranslating implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveTranslating.class);

    private final LiveQueue queue;
    private final MessageTranslating translating;
    private final ChatLanguages languages;
    private final EphemeralEvents events;
    private final LiveMetrics metrics;
    private final Duration maxAge;
    private final Clock clock;
    private Disposable.@Nullable Composite running;

    LiveTranslating(
            LiveProperties properties,
            MessageTranslating translating,
            ChatLanguages languages,
            EphemeralEvents events,
            LiveMetrics metrics,
            Clock clock) {
        this.queue = new LiveQueue(properties);
        this.translating = translating;
        this.languages = languages;
        this.events = events;
        this.metrics = metrics;
        this.maxAge = properties.maxAge();
        this.clock = clock;
        metrics.waitingIn(queue);
    }

    /** Takes it if there is room. Returns at once. */
    void want(LiveWork work) {
        if (!isRunning() || isLate(work) || !queue.offer(work)) {
            metrics.dropped();
            return;
        }
        begin();
    }

    /** Late also means that its text may have been forgotten longer ago than is noted. */
    private boolean isLate(LiveWork work) {
        return work.at().plus(maxAge).isBefore(clock.instant());
    }

    private void begin() {
        for (var next = queue.next(); next.isPresent(); next = queue.next()) {
            begin(next.get());
        }
    }

    private synchronized void begin(LiveWork work) {
        if (running == null) {
            queue.done(work);
            return;
        }
        var whole = running;
        var one = Disposables.swap();
        whole.add(one);
        one.update(
                translated(work)
                        // On another thread: the one that reads events, or has just made room, goes
                        // on.
                        .subscribeOn(Schedulers.parallel())
                        .doFinally(_ -> done(work, whole, one))
                        .subscribe());
    }

    private void done(LiveWork work, Disposable.Composite whole, Disposable one) {
        whole.remove(one);
        queue.done(work);
        begin();
    }

    private Mono<Void> translated(LiveWork work) {
        return translating
                .translate(work.said(), work.language())
                .flatMap(outcome -> told(work, outcome))
                .onErrorResume(error -> given(work, error));
    }

    private Mono<Void> told(LiveWork work, MessageOutcome outcome) {
        return switch (outcome) {
            case MessageOutcome.Made _ -> Mono.fromRunnable(() -> stored(work));
            // Told when it was made; but who wants it now may have come since.
            case MessageOutcome.Found(var kept) -> Mono.fromRunnable(() -> tellAgain(kept));
            case MessageOutcome.Without without -> told(work, without);
        };
    }

    private void stored(LiveWork work) {
        metrics.translated(Duration.between(work.at(), clock.instant()));
    }

    private void tellAgain(KeptTranslation kept) {
        events.publish(
                TranslationEvents.TOPIC, TranslationEvents.translated(kept, clock.instant()));
    }

    private Mono<Void> told(LiveWork work, MessageOutcome.Without without) {
        events.publish(
                TranslationEvents.TOPIC, LiveEvents.untranslated(work, without, clock.instant()));
        var source = without.source();
        return source != null && without.reason() == Reason.SAME_LANGUAGE
                ? languages.count(work.chat(), source)
                : Mono.empty();
    }

    private static Mono<Void> given(LiveWork work, Throwable error) {
        log.warn(
                "Message {} of chat {} is not translated: {}",
                work.said().message(),
                work.chat(),
                error.toString());
        return Mono.empty();
    }

    @Override
    public synchronized void start() {
        running = Disposables.composite();
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

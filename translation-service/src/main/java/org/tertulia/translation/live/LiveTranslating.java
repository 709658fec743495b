package org.tertulia.translation.live;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tertulia.starter.kafka.EphemeralEvents;
import org.tertulia.translation.messages.MessageOutcome;
import org.tertulia.translation.messages.MessageTranslating;
import org.tertulia.translation.messages.TooMuchUnderWay;
import org.tertulia.translation.store.ChatLanguages;
import org.tertulia.translation.store.KeptTranslation;
import org.tertulia.translation.store.TranslationEvents;
import org.tertulia.translation.translating.TranslationOutcome.Reason;
import reactor.core.publisher.Mono;

/**
 * Translates what is wanted as it is said, as far as there is room for it, and tells what came of it. Nothing that fails or is
 * dropped is tried again: who waits in vain asks by REST.
 */
@Component
final class LiveTranslating implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveTranslating.class);

    private final MessageTranslating translating;
    private final ChatLanguages languages;
    private final EphemeralEvents events;
    private final LiveMetrics metrics;
    private final LiveTurns turns;
    private final Clock clock;

    LiveTranslating(
            LiveProperties properties,
            MessageTranslating translating,
            ChatLanguages languages,
            EphemeralEvents events,
            LiveMetrics metrics,
            Clock clock) {
        this.translating = translating;
        this.languages = languages;
        this.events = events;
        this.metrics = metrics;
        this.turns = new LiveTurns(properties, this::translated, metrics::dropped, clock);
        this.clock = clock;
        metrics.waitingIn(turns);
    }

    /** Takes it if there is room. Returns at once. */
    void want(LiveWork work) {
        turns.want(work);
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
        events.publish(TranslationEvents.TOPIC, TranslationEvents.translated(kept));
    }

    private Mono<Void> told(LiveWork work, MessageOutcome.Without without) {
        events.publish(
                TranslationEvents.TOPIC, LiveEvents.untranslated(work, without, clock.instant()));
        var source = without.source();
        return source != null && without.reason() == Reason.SAME_LANGUAGE
                ? languages.count(work.chat(), work.said().message(), source)
                : Mono.empty();
    }

    private Mono<Void> given(LiveWork work, Throwable error) {
        if (error instanceof TooMuchUnderWay) {
            metrics.dropped();
            log.debug("There is no room for more: {}", work.wish());
            return Mono.empty();
        }
        log.warn(
                "Message {} of chat {} is not translated: {}",
                work.said().message(),
                work.chat(),
                error.toString());
        return Mono.empty();
    }

    @Override
    public void start() {
        turns.start();
    }

    @Override
    public void stop() {
        turns.stop();
    }

    @Override
    public boolean isRunning() {
        return turns.isRunning();
    }
}

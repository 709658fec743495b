package org.tertulia.translation.translating;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tertulia.translation.engine.EngineFailed;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.TranslationEngine;
import org.tertulia.translation.language.LanguagePair;
import org.tertulia.translation.protection.Survival;
import reactor.core.publisher.Mono;

/**
 * Counts what comes of texts (counter {@code translation.outcome}, tag {@code outcome}), and measures every engine (timer
 * {@code translation.engine.translate}, tags {@code engine} and {@code outcome}: ok, why it failed, or abandoned when the time for
 * all engines was over, or nobody waited any more).
 */
@Component
final class TranslationMetrics {

    private static final Logger log = LoggerFactory.getLogger(TranslationMetrics.class);

    private final MeterRegistry meters;

    TranslationMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(TranslationOutcome outcome) {
        var name =
                switch (outcome) {
                    case TranslationOutcome.Translated _ -> "translated";
                    case TranslationOutcome.Untranslated(_, var reason) -> ReasonText.of(reason);
                };
        meters.counter("translation.outcome", "outcome", name).increment();
    }

    /** What the engine makes of it, if everything that was to survive has; measured. */
    Mono<MarkedText> timed(TranslationEngine engine, LanguagePair pair, MarkedText text) {
        return Mono.defer(
                () -> {
                    var begun = Timer.start(meters);
                    return engine.translate(pair, text)
                            .switchIfEmpty(Mono.error(TranslationMetrics::noAnswer))
                            .map(result -> Survival.check(text, result))
                            .doOnNext(_ -> stop(begun, engine, "ok"))
                            .doOnError(error -> failed(begun, engine, pair, error))
                            .doOnCancel(() -> stop(begun, engine, "abandoned"));
                });
    }

    private static EngineFailed noAnswer() {
        return new EngineFailed(EngineFailed.Cause.GARBLED, "There was no answer");
    }

    private void failed(
            Timer.Sample begun, TranslationEngine engine, LanguagePair pair, Throwable error) {
        if (error instanceof EngineFailed failure) {
            log.debug("{} did not translate {}: {}", engine.name(), pair, failure.getMessage());
            stop(begun, engine, tag(failure.kind()));
        } else {
            // Engines fail with EngineFailed; whatever else comes is a mistake of ours.
            log.warn("{} broke while translating {}", engine.name(), pair, error);
            stop(begun, engine, "unavailable");
        }
    }

    private void stop(Timer.Sample begun, TranslationEngine engine, String outcome) {
        begun.stop(
                meters.timer(
                        "translation.engine.translate",
                        "engine",
                        engine.name(),
                        "outcome",
                        outcome));
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

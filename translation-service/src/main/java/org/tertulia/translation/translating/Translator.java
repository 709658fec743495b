package org.tertulia.translation.translating;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.translation.detection.Detection;
import org.tertulia.translation.detection.LanguageDetector;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.TranslationEngine;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.language.LanguagePair;
import org.tertulia.translation.protection.Protection;
import org.tertulia.translation.translating.TranslationOutcome.Reason;
import org.tertulia.translation.translating.TranslationOutcome.Translated;
import org.tertulia.translation.translating.TranslationOutcome.Untranslated;
import reactor.core.publisher.Mono;

/**
 * Translates by the first engine that can: they are asked in the configured order, and one that fails makes way for the
 * next. There is always an outcome, within {@link #TIME_LIMIT}; a text that was not translated has a reason.
 */
@Component
public final class Translator {

    /** The longest text, in UTF-16 units: half of the longest message. */
    public static final int MAX_CHARACTERS = 2_000;

    /** The longest with what the glossary makes of it, so that it can not multiply what engines get and answer. */
    private static final int MAX_WITH_GLOSSARY = 2 * MAX_CHARACTERS;

    /** All engines together. Guessed: whoever reads has read the original by then. */
    static final Duration TIME_LIMIT = Duration.ofSeconds(8);

    private final List<TranslationEngine> engines;
    private final Protection protection;
    private final LanguageDetector detector;
    private final TranslationMetrics metrics;

    /** Fails with {@link IllegalArgumentException} when an engine is named that does not exist. */
    Translator(
            List<TranslationEngine> present,
            TranslationProperties properties,
            Protection protection,
            LanguageDetector detector,
            TranslationMetrics metrics) {
        this.engines =
                properties.engines().stream()
                        .map(name -> named(name, present))
                        .filter(Objects::nonNull)
                        .toList();
        this.protection = protection;
        this.detector = detector;
        this.metrics = metrics;
    }

    private static @Nullable TranslationEngine named(String name, List<TranslationEngine> present) {
        var engine = present.stream().filter(it -> it.name().equals(name)).findFirst().orElse(null);
        if (engine == null && !TranslationProperties.OWN.contains(name)) {
            throw new IllegalArgumentException(
                    "tertulia.translation.engines names \"%s\", and there is no such engine; there are %s"
                            .formatted(name, new TreeSet<>(TranslationProperties.OWN)));
        }
        return engine;
    }

    /** The engines that there are, in the order in which they are asked. */
    public List<TranslationEngine> engines() {
        return engines;
    }

    /** Never fails and never ends without an outcome. */
    public Mono<TranslationOutcome> translate(TranslationOrder order) {
        return Mono.defer(() -> begin(order)).doOnNext(metrics::count);
    }

    private Mono<TranslationOutcome> begin(TranslationOrder order) {
        if (order.text().length() > MAX_CHARACTERS) {
            return untranslated(order.source(), Reason.TOO_LONG);
        }
        var text = protection.mark(order.text(), order.glossary(), order.target());
        if (text.plain().length() > MAX_WITH_GLOSSARY) {
            return untranslated(order.source(), Reason.TOO_LONG);
        }
        if (!text.hasWords()) {
            return untranslated(order.source(), Reason.NO_WORDS);
        }
        var source = source(order, text);
        if (source == null) {
            return untranslated(null, Reason.UNSURE);
        }
        return source.equals(order.target())
                ? untranslated(source, Reason.SAME_LANGUAGE)
                : byEngines(new LanguagePair(source, order.target()), text);
    }

    private @Nullable Language source(TranslationOrder order, MarkedText text) {
        if (order.source() != null) {
            return order.source();
        }
        return switch (detector.detect(words(text), order.likely())) {
            case Detection.Recognised(var language, _, _) -> language;
            case Detection.Unsure() -> null;
        };
    }

    private static String words(MarkedText text) {
        return text.words().collect(Collectors.joining(" "));
    }

    private Mono<TranslationOutcome> byEngines(LanguagePair pair, MarkedText text) {
        var able = engines.stream().filter(engine -> engine.pairs().contains(pair)).toList();
        if (able.isEmpty()) {
            return untranslated(pair.from(), Reason.NO_ENGINE);
        }
        var failed = untranslated(pair.from(), Reason.ENGINES_FAILED);
        var outcome = failed;
        for (var engine : able.reversed()) {
            var next = outcome;
            outcome =
                    metrics.timed(engine, pair, text)
                            .<TranslationOutcome>map(
                                    result ->
                                            new Translated(
                                                    pair.from(), result.plain(), engine.name()))
                            .onErrorResume(_ -> next);
        }
        return outcome.timeout(TIME_LIMIT, failed);
    }

    private static Mono<TranslationOutcome> untranslated(@Nullable Language source, Reason reason) {
        return Mono.just(new Untranslated(source, reason));
    }
}

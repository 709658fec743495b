package org.tertulia.translation.asking;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.translation.language.AcceptedLanguages;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.preferences.ReadingPreferences;
import org.tertulia.translation.translating.AnswerTime;
import org.tertulia.translation.translating.TranslationOrder;
import org.tertulia.translation.translating.TranslationOutcome;
import org.tertulia.translation.translating.TranslationOutcome.Reason;
import org.tertulia.translation.translating.TranslationOutcome.Untranslated;
import org.tertulia.translation.translating.Translator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Translates texts for whoever asks; nothing of it is kept. */
@Component
final class Asking {

    /** Texts of a batch that are translated at once. Guessed. */
    private static final int AT_ONCE = 8;

    private static final Language ENGLISH = new Language("en");

    private final Translator translator;
    private final ReadingPreferences preferences;
    private final TextBudget budget;

    Asking(Translator translator, ReadingPreferences preferences, TextBudget budget) {
        this.translator = translator;
        this.preferences = preferences;
        this.budget = budget;
    }

    /** Into which language to translate for somebody who has not said. */
    Mono<Language> target(Asker asker) {
        return preferences
                .language(asker.person())
                .defaultIfEmpty(asker.accepted().first().orElse(ENGLISH));
    }

    /**
     * What came of each of these texts, in their order. What takes longer than an answer may has failed. Fails with {@link
     * TooManyTexts}.
     */
    Mono<List<TranslationOutcome>> translate(
            Asker asker, List<String> texts, Language target, @Nullable Language source) {
        return Mono.fromRunnable(() -> budget.take(asker.person(), texts.size()))
                .then(
                        Mono.defer(
                                () ->
                                        outcomes(
                                                texts,
                                                target,
                                                source,
                                                likely(asker.accepted(), target))));
    }

    private Mono<List<TranslationOutcome>> outcomes(
            List<String> texts, Language target, @Nullable Language source, Set<Language> likely) {
        return Flux.range(0, texts.size())
                .flatMap(
                        place ->
                                translator
                                        .translate(
                                                new TranslationOrder(
                                                        texts.get(place),
                                                        target,
                                                        source,
                                                        likely,
                                                        List.of()))
                                        .map(outcome -> Map.entry(place, outcome)),
                        AT_ONCE)
                .takeUntilOther(Mono.delay(AnswerTime.LIMIT))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(done -> inOrder(done, texts.size(), source));
    }

    private static List<TranslationOutcome> inOrder(
            Map<Integer, TranslationOutcome> done, int size, @Nullable Language source) {
        var late = new Untranslated(source, Reason.ENGINES_FAILED);
        return IntStream.range(0, size).mapToObj(place -> done.getOrDefault(place, late)).toList();
    }

    /** What the caller reads they may well have written, but hardly to have it translated into itself. */
    private static Set<Language> likely(AcceptedLanguages accepted, Language target) {
        return accepted.languages().stream()
                .filter(language -> !language.equals(target))
                .collect(Collectors.toUnmodifiableSet());
    }
}

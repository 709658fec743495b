package org.tertulia.translation.asking;

import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tertulia.translation.asking.LanguagesView.Engine;
import org.tertulia.translation.asking.LanguagesView.NamedLanguage;
import org.tertulia.translation.asking.LanguagesView.Pair;
import org.tertulia.translation.engine.TranslationEngine;
import org.tertulia.translation.language.LanguagePair;
import org.tertulia.translation.translating.Translator;

/** What the engines can do together. */
@Component
final class Offer {

    private final Translator translator;

    Offer(Translator translator) {
        this.translator = translator;
    }

    /** What they can do now, named in the reader's language. */
    LanguagesView to(Locale reader) {
        var engines = translator.engines();
        var first = firstEngines(engines);
        return new LanguagesView(
                languages(first, reader),
                first.entrySet().stream()
                        .map(it -> pair(it.getKey(), it.getValue()))
                        .sorted(Comparator.comparing(Pair::source).thenComparing(Pair::target))
                        .toList(),
                engines.stream().map(it -> new Engine(it.name(), !it.pairs().isEmpty())).toList());
    }

    private static Map<LanguagePair, String> firstEngines(List<TranslationEngine> engines) {
        var first = new LinkedHashMap<LanguagePair, String>();
        engines.forEach(
                engine -> engine.pairs().forEach(it -> first.putIfAbsent(it, engine.name())));
        return first;
    }

    private static Pair pair(LanguagePair pair, String engine) {
        return new Pair(pair.from().code(), pair.to().code(), engine);
    }

    private static List<NamedLanguage> languages(Map<LanguagePair, String> pairs, Locale reader) {
        return pairs.keySet().stream()
                .flatMap(pair -> Stream.of(pair.from(), pair.to()))
                .distinct()
                .map(language -> new NamedLanguage(language.code(), language.name(reader)))
                .sorted(Comparator.comparing(NamedLanguage::name, Collator.getInstance(reader)))
                .toList();
    }
}

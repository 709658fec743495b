package org.tertulia.translation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.Part;
import org.tertulia.translation.engine.TranslationEngine;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.language.LanguagePair;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * An engine whose translations anybody can tell: what is to be translated, it turns around, letter by letter. Into French it
 * never comes to an end, and what has the word that a test holds up waits until the test lets it go.
 */
final class MirrorEngine implements TranslationEngine {

    static final String NAME = "mirror";

    private static final Language FRENCH = new Language("fr");
    private static final Set<LanguagePair> PAIRS =
            Set.of(
                    LanguagePair.of("es", "en"),
                    LanguagePair.of("en", "es"),
                    LanguagePair.of("es", "de"),
                    LanguagePair.of("es", "fr"));

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Sinks.Empty<Void>> held = new ConcurrentHashMap<>();

    /** What a text becomes when nothing in it is kept. */
    static String mirrored(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    /** Texts that have this word wait from now on. */
    void hold(String word) {
        held.put(word, Sinks.empty());
    }

    /** Lets those go. */
    void letGo(String word) {
        held.remove(word).tryEmitEmpty();
    }

    /** How often it was asked for a text with this in it. */
    long asked(String word) {
        return asked.stream().filter(text -> text.contains(word)).count();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<LanguagePair> pairs() {
        return PAIRS;
    }

    @Override
    public Mono<MarkedText> translate(LanguagePair pair, MarkedText text) {
        return Mono.defer(
                () -> {
                    asked.add(text.plain());
                    return pair.to().equals(FRENCH) ? Mono.never() : waiting(text);
                });
    }

    private Mono<MarkedText> waiting(MarkedText text) {
        var translated = Mono.fromSupplier(() -> mirrored(text));
        return held.entrySet().stream()
                .filter(it -> text.plain().contains(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .map(it -> it.asMono().then(translated))
                .orElse(translated);
    }

    private static MarkedText mirrored(MarkedText text) {
        return new MarkedText(text.parts().stream().map(MirrorEngine::mirrored).toList());
    }

    private static Part mirrored(Part part) {
        return switch (part) {
            case Part.Words(var words) -> new Part.Words(mirrored(words));
            case Part.Kept kept -> kept;
        };
    }
}

package org.tertulia.translation.bot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tertulia.translation.glossary.Term;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.translating.TranslationOrder;
import org.tertulia.translation.translating.TranslationOutcome;
import org.tertulia.translation.translating.TranslationOutcome.Reason;
import org.tertulia.translation.translating.TranslationOutcome.Translated;
import org.tertulia.translation.translating.TranslationOutcome.Untranslated;
import reactor.core.publisher.Mono;

/** What the bot answers. */
final class Answers {

    private static final Language SPANISH = new Language("es");
    private static final Language ENGLISH = new Language("en");

    /** What would call somebody, if the bot said it. */
    private static final Pattern CALL = Pattern.compile("@(?=[\\p{L}\\p{N}_])");

    /** Keeps a call from being one, and is not seen: a word joiner. */
    private static final String CALLS_NOBODY = "@\u2060";

    private final String handle;
    private final Function<TranslationOrder, Mono<TranslationOutcome>> translator;

    Answers(String handle, Function<TranslationOrder, Mono<TranslationOutcome>> translator) {
        this.handle = handle;
        this.translator = translator;
    }

    /**
     * Who asks, and where.
     *
     * @param reading the language they have chosen to read; empty when they have not
     * @param terms the words of the chat
     */
    record Asker(Optional<Language> reading, List<Term> terms) {

        Asker {
            terms = List.copyOf(terms);
        }

        Phrases phrases() {
            return Phrases.to(reading.orElse(null));
        }
    }

    /** What it can do; in all its languages to those of whom it is not known what they read. */
    String help(Asker asker) {
        return asker.reading().isPresent()
                ? asker.phrases().help(handle)
                : Phrases.ENGLISH.help(handle) + "\n\n" + Phrases.SPANISH.help(handle);
    }

    /** There is nothing to translate. */
    String gone(Asker asker) {
        return asker.phrases().gone();
    }

    /** A text in the language asked for, or why not. */
    Mono<String> translation(String text, @Nullable Language target, Asker asker) {
        return target == null
                ? toReader(text, asker)
                : translate(text, target, asker).map(outcome -> said(outcome, target, asker));
    }

    /** In the language they read; and what is in that already, in the other one of Spanish and English. */
    private Mono<String> toReader(String text, Asker asker) {
        var first = asker.reading().orElse(SPANISH);
        var second = first.equals(ENGLISH) ? SPANISH : ENGLISH;
        return translate(text, first, asker)
                .flatMap(
                        outcome ->
                                outcome instanceof Untranslated(_, Reason reason)
                                                && reason == Reason.SAME_LANGUAGE
                                        ? translate(text, second, asker)
                                                .map(again -> said(again, second, asker))
                                        : Mono.just(said(outcome, first, asker)));
    }

    private Mono<TranslationOutcome> translate(String text, Language target, Asker asker) {
        var likely =
                asker.reading()
                        .map(reading -> Set.copyOf(List.of(reading)))
                        .orElse(Set.of(SPANISH, ENGLISH));
        return translator.apply(new TranslationOrder(text, target, null, likely, asker.terms()));
    }

    private static String said(TranslationOutcome outcome, Language target, Asker asker) {
        return switch (outcome) {
            case Translated translated -> CALL.matcher(translated.text()).replaceAll(CALLS_NOBODY);
            case Untranslated(var source, var reason) ->
                    Phrases.to(asker.reading().orElse(source)).why(reason, source, target);
        };
    }
}

package org.tertulia.translation.messages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.translation.engine.TranslationEngine;
import org.tertulia.translation.glossary.Glossaries;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.store.ChatLanguages;
import org.tertulia.translation.store.KeptTranslation;
import org.tertulia.translation.store.NewTranslation;
import org.tertulia.translation.store.TranslationStore;
import org.tertulia.translation.translating.TranslationOrder;
import org.tertulia.translation.translating.TranslationOutcome;
import org.tertulia.translation.translating.Translator;
import reactor.core.publisher.Mono;

/**
 * Texts of messages in other languages: those that are kept while their engine is still configured, and new ones, which are
 * kept and announced. The same text into the same language is made once, however many ask for it at the same time.
 */
@Component
public final class MessageTranslating {

    /**
     * How long what a look did not find is taken not to be there. Engines hardly take less to make it; where one does, or it was
     * under way, it is made twice and kept once. Guessed.
     */
    private static final Duration STILL_TRUE = Duration.ofMillis(50);

    private final TranslationStore store;
    private final ChatLanguages languages;
    private final Glossaries glossaries;
    private final Translator translator;
    private final UnderWay underWay;
    private final Clock clock;

    MessageTranslating(
            TranslationStore store,
            ChatLanguages languages,
            Glossaries glossaries,
            Translator translator,
            UnderWay underWay,
            Clock clock) {
        this.store = store;
        this.languages = languages;
        this.glossaries = glossaries;
        this.translator = translator;
        this.underWay = underWay;
        this.clock = clock;
    }

    /** What there is of these messages in a language by now, and what further ones depend on. */
    Mono<Looked> look(ChatId chat, Collection<Long> messages, Language target) {
        return Mono.defer(() -> looked(chat, messages, target, clock.instant()));
    }

    private Mono<Looked> looked(
            ChatId chat, Collection<Long> messages, Language target, Instant now) {
        return kept(chat, messages, target).map(kept -> new Looked(kept, now, words(chat)));
    }

    /** Of any of their texts, by the engines of today; several of a message when several have translated it. */
    private Mono<List<KeptTranslation>> kept(
            ChatId chat, Collection<Long> messages, Language target) {
        var engines = engines();
        return store.find(chat, messages, target)
                .filter(kept -> engines.contains(kept.engine()))
                .sort((a, b) -> Integer.compare(rank(engines, a), rank(engines, b)))
                .collectList();
    }

    private List<String> engines() {
        return translator.engines().stream().map(TranslationEngine::name).toList();
    }

    private static int rank(List<String> engines, KeptTranslation kept) {
        return engines.indexOf(kept.engine());
    }

    private Mono<ChatWords> words(ChatId chat) {
        return Mono.zip(languages.likely(chat), glossaries.of(chat), ChatWords::new);
    }

    /**
     * The text in that language, for those who read as it is said. Empty when it was forgotten on the way, or the chat's
     * glossary has changed. Fails with {@link TooMuchUnderWay}.
     */
    public Mono<MessageOutcome> translate(SaidText said, Language target) {
        return underWay.join(said.in(target), null, found(said, target, words(said.chat())));
    }

    /** The same, for somebody who asks, after a look that did not find it. */
    Mono<MessageOutcome> translate(UserId by, SaidText said, Language target, Looked looked) {
        return underWay.join(said.in(target), by, Mono.defer(() -> missed(said, target, looked)));
    }

    private Mono<MessageOutcome> missed(SaidText said, Language target, Looked looked) {
        return clock.instant().isBefore(looked.at().plus(STILL_TRUE))
                ? made(said, target, looked.words())
                : found(said, target, looked.words());
    }

    private Mono<MessageOutcome> found(SaidText said, Language target, Mono<ChatWords> words) {
        return Mono.defer(() -> kept(said.chat(), List.of(said.message()), target))
                .map(all -> best(all, said.message(), said.version()))
                .flatMap(Mono::justOrEmpty)
                .<MessageOutcome>map(MessageOutcome.Found::new)
                .switchIfEmpty(made(said, target, words));
    }

    /** The one of a message's text by the first of the engines. */
    static Optional<KeptTranslation> best(List<KeptTranslation> kept, long message, int version) {
        return kept.stream()
                .filter(it -> it.message() == message && it.version() == version)
                .findFirst();
    }

    private Mono<MessageOutcome> made(SaidText said, Language target, Mono<ChatWords> words) {
        return words.flatMap(chat -> made(said, target, chat));
    }

    private Mono<MessageOutcome> made(SaidText said, Language target, ChatWords chat) {
        var glossary = chat.glossary();
        var order =
                new TranslationOrder(said.text(), target, null, chat.likely(), glossary.terms());
        return translator
                .translate(order)
                .flatMap(
                        outcome ->
                                switch (outcome) {
                                    case TranslationOutcome.Translated it ->
                                            kept(said, target, it, glossary.version());
                                    case TranslationOutcome.Untranslated(var source, var reason) ->
                                            Mono.just(new MessageOutcome.Without(source, reason));
                                });
    }

    private Mono<MessageOutcome> kept(
            SaidText said, Language target, TranslationOutcome.Translated made, long glossary) {
        var translation =
                new NewTranslation(
                        said.chat(),
                        said.message(),
                        said.version(),
                        target,
                        made.source(),
                        made.text(),
                        made.engine());
        return store.keep(translation, glossary)
                .map(
                        kept ->
                                kept.isNew()
                                        ? new MessageOutcome.Made(kept.translation())
                                        : new MessageOutcome.Found(kept.translation()));
    }
}

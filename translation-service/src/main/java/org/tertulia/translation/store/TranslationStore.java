package org.tertulia.translation.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.outbox.Outbox;
import org.tertulia.translation.language.Language;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The translations that are kept. One that is stored is announced in the same transaction; what was forgotten does not come
 * back by a translation that was under way. Whatever changes the translations of a chat does so one after the other, under
 * the chat's lock, which also keeps its events in order.
 */
@Component
public final class TranslationStore {

    /** The "message" of a note that is about all of a chat; those there are count from 1. */
    static final long WHOLE_CHAT = 0;

    private static final int ALL_VERSIONS = Integer.MAX_VALUE;

    private final TranslationRepository translations;
    private final ChatLanguageRepository languages;
    private final Outbox outbox;
    private final TransactionalOperator transactions;
    private final Clock clock;

    TranslationStore(
            TranslationRepository translations,
            ChatLanguageRepository languages,
            Outbox outbox,
            TransactionalOperator transactions,
            Clock clock) {
        this.translations = translations;
        this.languages = languages;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What there is of these messages in a language: of any of their texts, by any engine. */
    public Flux<KeptTranslation> find(ChatId chat, Collection<Long> messages, Language language) {
        return translations.find(chat, messages, language);
    }

    /**
     * Keeps and announces it, unless there is one of that text by that engine: then that one stays, and is not announced
     * again. Empty when there is none to be kept: its text was forgotten meanwhile, or the chat's glossary is not of that
     * version any more.
     */
    public Mono<Keeping> keep(NewTranslation translation, long glossary) {
        return Mono.defer(() -> translations.keep(translation, glossary, now()))
                .delayUntil(kept -> kept.isNew() ? announced(kept.translation()) : Mono.empty())
                .as(transactions::transactional);
    }

    private Mono<Void> announced(KeptTranslation translation) {
        return outbox.append(TranslationEvents.TOPIC, TranslationEvents.translated(translation));
    }

    /** Forgets the texts of a message that are older than that one. */
    public Mono<Void> forgetOlder(ChatId chat, long message, int version) {
        return Mono.defer(() -> forgotten(chat, message, version)).as(transactions::transactional);
    }

    /** Forgets all texts of a message. */
    public Mono<Void> forget(ChatId chat, long message) {
        return forgetOlder(chat, message, ALL_VERSIONS);
    }

    private Mono<Void> forgotten(ChatId chat, long message, int version) {
        return translations
                .lock(chat)
                .then(Mono.defer(() -> translations.note(chat, message, version, now())))
                .then(Mono.defer(() -> translations.deleteOlder(chat, message, version)));
    }

    /** Forgets a chat that is gone. Takes part in the caller's transaction. */
    public Mono<Void> forget(ChatId chat) {
        return translations
                .lock(chat)
                .then(Mono.defer(() -> translations.note(chat, WHOLE_CHAT, ALL_VERSIONS, now())))
                .then(Mono.defer(() -> translations.deleteAll(chat)))
                .then(languages.deleteAll(chat));
    }

    /**
     * Drops the translations of a chat, which may be made again, and announces that: what they were made by has changed. Answers
     * since when. Takes part in the caller's transaction, until whose end none is stored.
     */
    public Mono<Instant> drop(ChatId chat) {
        return Mono.defer(() -> translations.drop(chat, now()))
                .delayUntil(
                        at ->
                                outbox.append(
                                        TranslationEvents.TOPIC,
                                        TranslationEvents.dropped(chat, at)));
    }

    /** Lets go of notes of what was forgotten before then, so many at most. */
    public Mono<Long> sweep(Instant before, int limit) {
        return translations.sweep(before, limit);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

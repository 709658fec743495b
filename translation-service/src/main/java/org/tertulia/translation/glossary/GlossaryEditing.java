package org.tertulia.translation.glossary;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.text.PlainText;
import org.tertulia.translation.chats.ChatRole;
import org.tertulia.translation.chats.ChatServiceClient;
import org.tertulia.translation.language.RequestedLanguage;
import org.tertulia.translation.store.TranslationStore;
import reactor.core.publisher.Mono;

/**
 * The words of a chat as its members change them. With each change the chat's translations go, in the same transaction: they
 * were made with the words of before.
 */
@Component
final class GlossaryEditing {

    private static final int MAX_WORD = 64;
    private static final int MAX_TRANSLATION = 128;

    private final GlossaryRepository glossaries;
    private final ChatServiceClient chats;
    private final TranslationStore translations;
    private final TransactionalOperator transactions;
    private final IdGenerator ids;
    private final Clock clock;

    GlossaryEditing(
            GlossaryRepository glossaries,
            ChatServiceClient chats,
            TranslationStore translations,
            TransactionalOperator transactions,
            IdGenerator ids,
            Clock clock) {
        this.glossaries = glossaries;
        this.chats = chats;
        this.translations = translations;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** All words. Fails with chat-not-found for who is no member. */
    Mono<List<StoredTerm>> all(CallerToken token, ChatId chat) {
        return chats.role(token, chat)
                .flatMap(_ -> glossaries.find(chat, TooManyTerms.MOST).collectList());
    }

    /**
     * Adds a word. Fails with validation-failed, chat-not-found, {@link GlossaryNotWritable}, {@link TermExists} and {@link
     * TooManyTerms}.
     */
    Mono<StoredTerm> add(Actor actor, CallerToken token, ChatId chat, AddTermRequest request) {
        return Mono.fromSupplier(() -> stored(actor, request))
                .delayUntil(_ -> leader(token, chat))
                .delayUntil(term -> change(chat, added(chat, term)));
    }

    private StoredTerm stored(Actor actor, AddTermRequest request) {
        return new StoredTerm(
                new TermId(ids.next()),
                new Term(
                        word(request.word()),
                        RequestedLanguage.ofNullable("language", request.language()),
                        translation(request.translation())),
                actor.userId(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static String word(String raw) {
        var word = PlainText.clean("word", raw, 1, MAX_WORD);
        if (word.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                    .field("word", "must have a letter or a digit");
        }
        return word;
    }

    private static @Nullable String translation(@Nullable String raw) {
        return raw == null ? null : PlainText.clean("translation", raw, 1, MAX_TRANSLATION);
    }

    private Mono<Void> added(ChatId chat, StoredTerm term) {
        return glossaries
                .count(chat)
                .filter(count -> count < TooManyTerms.MOST)
                .switchIfEmpty(Mono.error(TooManyTerms::new))
                .then(Mono.defer(() -> glossaries.insert(chat, term)))
                .filter(added -> added)
                .switchIfEmpty(Mono.error(() -> new TermExists(term.term().word())))
                .then();
    }

    /** Takes a word away. Fails with chat-not-found, {@link GlossaryNotWritable} and {@link TermNotFound}. */
    Mono<Void> remove(CallerToken token, ChatId chat, TermId id) {
        return leader(token, chat).then(Mono.defer(() -> change(chat, removed(chat, id))));
    }

    private Mono<Void> removed(ChatId chat, TermId id) {
        return glossaries
                .delete(chat, id)
                .filter(there -> there)
                .switchIfEmpty(Mono.error(() -> new TermNotFound(id)))
                .then();
    }

    private Mono<ChatRole> leader(CallerToken token, ChatId chat) {
        return chats.role(token, chat)
                .filterWhen(
                        role ->
                                role.leads()
                                        ? Mono.just(true)
                                        : Mono.error(() -> new GlossaryNotWritable(role)));
    }

    private Mono<Void> change(ChatId chat, Mono<Void> wish) {
        return Mono.defer(() -> translations.drop(chat))
                .flatMap(at -> glossaries.advance(chat, at))
                .then(wish)
                .as(transactions::transactional);
    }
}

package org.tertulia.translation.preferences;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.translation.language.Language;
import reactor.core.publisher.Mono;

/** What people want to read translated. Their clients keep to it; nothing is translated because of it alone. */
@Component
public final class ReadingPreferences {

    private static final Preferences NONE = new Preferences(null, false, Map.of());

    private final PreferencesRepository preferences;
    private final TransactionalOperator transactions;

    ReadingPreferences(PreferencesRepository preferences, TransactionalOperator transactions) {
        this.preferences = preferences;
        this.transactions = transactions;
    }

    /** The language that somebody reads; empty when they have not said. */
    public Mono<Language> language(UserId person) {
        return preferences.find(person).mapNotNull(Preferences::language);
    }

    /** Forgets what everybody wanted in a chat that is gone. Takes part in the caller's transaction. */
    public Mono<Void> forget(ChatId chat) {
        return preferences.deleteAll(chat);
    }

    Mono<Preferences> of(UserId person) {
        return preferences
                .find(person)
                .defaultIfEmpty(NONE)
                .zipWith(
                        preferences.choices(person, TooManyChoices.MOST),
                        (found, chats) ->
                                new Preferences(found.language(), found.everything(), chats));
    }

    /** All of them, as they are then. */
    Mono<Preferences> put(UserId person, @Nullable Language language, boolean everything) {
        return preferences
                .put(person, language, everything)
                .then(Mono.defer(() -> of(person)))
                .as(transactions::transactional);
    }

    /** Fails with {@link TooManyChoices}. Whether there is such a chat is not asked: it would change nothing. */
    Mono<Void> choose(UserId person, ChatId chat, boolean translate) {
        return preferences
                .lock(person)
                .then(Mono.defer(() -> preferences.countOthers(person, chat)))
                .filter(others -> others < TooManyChoices.MOST)
                .switchIfEmpty(Mono.error(TooManyChoices::new))
                .then(Mono.defer(() -> preferences.choose(person, chat, translate)))
                .as(transactions::transactional);
    }

    /** As in general again. */
    Mono<Void> unchoose(UserId person, ChatId chat) {
        return preferences.unchoose(person, chat);
    }
}

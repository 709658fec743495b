package org.tertulia.translation.store;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import org.tertulia.translation.language.Language;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code chat_languages}. */
@Repository
final class ChatLanguageRepository {

    private final DatabaseClient database;

    ChatLanguageRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Those of at least so many messages, the most frequent first. */
    Flux<Language> mostFrequent(ChatId chat, int atLeast, int limit) {
        return database.sql(
                        """
                        select language from chat_languages where chat_id = :chat and messages >= :atLeast
                        order by messages desc, language limit :limit
                        """)
                .bind("chat", chat.value())
                .bind("atLeast", atLeast)
                .bind("limit", limit)
                .mapValue(String.class)
                .all()
                .map(Language::new);
    }

    /** Counts a message that is later than those that were. */
    Mono<Void> count(ChatId chat, long message, Language language) {
        return database.sql("select 1 from count_message(:chat, :message, :language)")
                .bind("chat", chat.value())
                .bind("language", language.code())
                .bind("message", message)
                .then();
    }

    Mono<Void> deleteAll(ChatId chat) {
        return database.sql("delete from chat_languages where chat_id = :chat")
                .bind("chat", chat.value())
                .then();
    }
}

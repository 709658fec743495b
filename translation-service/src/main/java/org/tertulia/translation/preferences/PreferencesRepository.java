package org.tertulia.translation.preferences;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.translation.language.Language;
import reactor.core.publisher.Mono;

/** The tables {@code preferences} and {@code chat_choices}. */
@Repository
final class PreferencesRepository {

    private final DatabaseClient database;

    PreferencesRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Without the choices of chats; empty when the person has chosen nothing. */
    Mono<Preferences> find(UserId person) {
        return database.sql("select language, everything from preferences where user_id = :person")
                .bind("person", person.value())
                .map(
                        row ->
                                new Preferences(
                                        language(row.get("language", String.class)),
                                        requireNonNull(row.get("everything", Boolean.class)),
                                        Map.of()))
                .one();
    }

    /** So many at most. */
    Mono<Map<ChatId, Boolean>> choices(UserId person, int limit) {
        return database.sql(
                        "select chat_id, translate from chat_choices where user_id = :person limit :limit")
                .bind("person", person.value())
                .bind("limit", limit)
                .map(
                        row ->
                                Map.entry(
                                        new ChatId(requireNonNull(row.get("chat_id", UUID.class))),
                                        requireNonNull(row.get("translate", Boolean.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Void> put(UserId person, @Nullable Language language, boolean everything) {
        var sql =
                database.sql(
                                """
                                insert into preferences (user_id, language, everything)
                                values (:person, :language, :everything)
                                on conflict on constraint preferences_pk do update
                                set language = excluded.language, everything = excluded.everything
                                """)
                        .bind("person", person.value())
                        .bind("everything", everything);
        sql =
                language == null
                        ? sql.bindNull("language", String.class)
                        : sql.bind("language", language.code());
        return sql.then();
    }

    /** Until the end of the transaction nobody else counts the person's choices to add one. */
    Mono<Void> lock(UserId person) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:person, 0))::text")
                .bind("person", "choices of " + person)
                .then();
    }

    /** How many other chats the person has chosen for. */
    Mono<Long> countOthers(UserId person, ChatId chat) {
        return database.sql(
                        "select count(*) from chat_choices where user_id = :person and chat_id <> :chat")
                .bind("person", person.value())
                .bind("chat", chat.value())
                .mapValue(Long.class)
                .one();
    }

    Mono<Void> choose(UserId person, ChatId chat, boolean translate) {
        return database.sql(
                        """
                        insert into chat_choices (user_id, chat_id, translate) values (:person, :chat, :translate)
                        on conflict on constraint chat_choices_pk do update set translate = excluded.translate
                        """)
                .bind("person", person.value())
                .bind("chat", chat.value())
                .bind("translate", translate)
                .then();
    }

    Mono<Void> unchoose(UserId person, ChatId chat) {
        return database.sql("delete from chat_choices where user_id = :person and chat_id = :chat")
                .bind("person", person.value())
                .bind("chat", chat.value())
                .then();
    }

    /** Everybody's, of a chat that is gone. */
    Mono<Void> deleteAll(ChatId chat) {
        return database.sql("delete from chat_choices where chat_id = :chat")
                .bind("chat", chat.value())
                .then();
    }

    private static @Nullable Language language(@Nullable String code) {
        return code == null ? null : new Language(code);
    }
}

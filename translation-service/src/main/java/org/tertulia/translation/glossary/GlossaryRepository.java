package org.tertulia.translation.glossary;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.translation.language.Language;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables {@code glossaries} and {@code terms}. */
@Repository
final class GlossaryRepository {

    private final DatabaseClient database;

    GlossaryRepository(DatabaseClient database) {
        this.database = database;
    }

    /** How often the words of a chat have changed. */
    Mono<Long> version(ChatId chat) {
        return database.sql("select version from glossaries where chat_id = :chat")
                .bind("chat", chat.value())
                .mapValue(Long.class)
                .one()
                .defaultIfEmpty(0L);
    }

    /** The words of a chat, so many at most, those of a word for all languages first. */
    Flux<StoredTerm> find(ChatId chat, int limit) {
        return database.sql(
                        """
                        select term_id, word, language, translation, added_by, added_at from terms
                        where chat_id = :chat order by lower(word), language nulls first limit :limit
                        """)
                .bind("chat", chat.value())
                .bind("limit", limit)
                .map(
                        row ->
                                new StoredTerm(
                                        new TermId(requireNonNull(row.get("term_id", UUID.class))),
                                        new Term(
                                                requireNonNull(row.get("word", String.class)),
                                                language(row.get("language", String.class)),
                                                row.get("translation", String.class)),
                                        new UserId(requireNonNull(row.get("added_by", UUID.class))),
                                        requireNonNull(row.get("added_at", Instant.class))))
                .all();
    }

    /** Counts a change of the chat's words. What is translated with them is later than {@code at}. */
    Mono<Void> advance(ChatId chat, Instant at) {
        return database.sql(
                        """
                        insert into glossaries (chat_id, version, changed_at) values (:chat, 1, :at)
                        on conflict on constraint glossaries_pk do update
                        set version = glossaries.version + 1, changed_at = excluded.changed_at
                        """)
                .bind("chat", chat.value())
                .bind("at", at)
                .then();
    }

    Mono<Long> count(ChatId chat) {
        return database.sql("select count(*) from terms where chat_id = :chat")
                .bind("chat", chat.value())
                .mapValue(Long.class)
                .one();
    }

    /** Whether it was added: the word is not there for that language. */
    Mono<Boolean> insert(ChatId chat, StoredTerm stored) {
        var term = stored.term();
        var language = term.target();
        var sql =
                database.sql(
                                """
                                insert into terms (term_id, chat_id, word, language, translation, added_by, added_at)
                                values (:id, :chat, :word, :language, :translation, :by, :at)
                                on conflict do nothing
                                """)
                        .bind("id", stored.id().value())
                        .bind("chat", chat.value())
                        .bind("word", term.word())
                        .bind("by", stored.by().value())
                        .bind("at", stored.at());
        sql = bind(sql, "language", language == null ? null : language.code());
        return changed(bind(sql, "translation", term.translation()));
    }

    /** Whether it was there. */
    Mono<Boolean> delete(ChatId chat, TermId id) {
        return changed(
                database.sql("delete from terms where chat_id = :chat and term_id = :id")
                        .bind("chat", chat.value())
                        .bind("id", id.value()));
    }

    /** All of a chat that is gone. */
    Mono<Void> deleteAll(ChatId chat) {
        return database.sql("delete from glossaries where chat_id = :chat")
                .bind("chat", chat.value())
                .then();
    }

    private static Mono<Boolean> changed(GenericExecuteSpec sql) {
        return sql.fetch().rowsUpdated().map(rows -> rows > 0);
    }

    private static GenericExecuteSpec bind(
            GenericExecuteSpec sql, String name, @Nullable String value) {
        return value == null ? sql.bindNull(name, String.class) : sql.bind(name, value);
    }

    private static @Nullable Language language(@Nullable String code) {
        return code == null ? null : new Language(code);
    }
}

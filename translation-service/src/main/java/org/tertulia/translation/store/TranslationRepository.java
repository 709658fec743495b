package org.tertulia.translation.store;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import org.tertulia.translation.language.Language;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables {@code translations} and {@code forgotten}. */
@Repository
final class TranslationRepository {

    private final DatabaseClient database;

    TranslationRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Until the end of the transaction nobody else changes what there is of the chat. */
    Mono<Void> lock(ChatId chat) {
        return database.sql("select 1 from lock_translations(:chat)")
                .bind("chat", chat.value())
                .then();
    }

    Flux<KeptTranslation> find(ChatId chat, Collection<Long> messages, Language language) {
        return database.sql(
                        """
                        select message, version, source_language, text, engine, translated_at from translations
                        where chat_id = :chat and message = any(:messages) and language = :language
                        """)
                .bind("chat", chat.value())
                .bind("messages", messages.toArray(Long[]::new))
                .bind("language", language.code())
                .map(
                        row ->
                                new KeptTranslation(
                                        chat,
                                        requireNonNull(row.get("message", Long.class)),
                                        requireNonNull(row.get("version", Integer.class)),
                                        language,
                                        new Language(
                                                requireNonNull(
                                                        row.get("source_language", String.class))),
                                        requireNonNull(row.get("text", String.class)),
                                        requireNonNull(row.get("engine", String.class)),
                                        requireNonNull(row.get("translated_at", Instant.class))))
                .all();
    }

    /**
     * Stores it unless there is one, and counts its message then; the one that is stored now, empty when it may not be. Locks the
     * chat.
     */
    Mono<Keeping> keep(NewTranslation translation, long glossary, Instant now) {
        return database.sql(
                        """
                        select source_language, kept_text, translated_at, is_new
                        from keep_translation(:chat, :message, :version, :language, :engine, :source, :text, :glossary, :now)
                        where is_new is not null
                        """)
                .bind("chat", translation.chat().value())
                .bind("message", translation.message())
                .bind("version", translation.version())
                .bind("language", translation.language().code())
                .bind("engine", translation.engine())
                .bind("source", translation.source().code())
                .bind("text", translation.text())
                .bind("glossary", glossary)
                .bind("now", now)
                .map(row -> keeping(translation, row))
                .one();
    }

    private static Keeping keeping(NewTranslation translation, Readable row) {
        var kept =
                new NewTranslation(
                        translation.chat(),
                        translation.message(),
                        translation.version(),
                        translation.language(),
                        new Language(requireNonNull(row.get("source_language", String.class))),
                        requireNonNull(row.get("kept_text", String.class)),
                        translation.engine());
        return new Keeping(
                kept.at(requireNonNull(row.get("translated_at", Instant.class))),
                requireNonNull(row.get("is_new", Boolean.class)));
    }

    /** Notes that texts before {@code version} are gone. */
    Mono<Void> note(ChatId chat, long message, int version, Instant now) {
        return database.sql(
                        """
                        insert into forgotten (chat_id, message, version, forgotten_at)
                        values (:chat, :message, :version, :now)
                        on conflict on constraint forgotten_pk do update
                        set version = greatest(forgotten.version, excluded.version), forgotten_at = excluded.forgotten_at
                        """)
                .bind("chat", chat.value())
                .bind("message", message)
                .bind("version", version)
                .bind("now", now)
                .then();
    }

    Mono<Void> deleteOlder(ChatId chat, long message, int version) {
        return database.sql(
                        "delete from translations where chat_id = :chat and message = :message and version < :version")
                .bind("chat", chat.value())
                .bind("message", message)
                .bind("version", version)
                .then();
    }

    /** Deletes all of a chat; since when there are none, not before any of them was stored. Locks the chat. */
    Mono<Instant> drop(ChatId chat, Instant now) {
        return database.sql("select drop_translations(:chat, :now)")
                .bind("chat", chat.value())
                .bind("now", now)
                .mapValue(Instant.class)
                .one();
    }

    Mono<Void> deleteAll(ChatId chat) {
        return database.sql("delete from translations where chat_id = :chat")
                .bind("chat", chat.value())
                .then();
    }

    Mono<Long> sweep(Instant before, int limit) {
        return database.sql(
                        """
                        delete from forgotten where (chat_id, message) in (
                            select chat_id, message from forgotten where forgotten_at < :before limit :limit)
                        """)
                .bind("before", before)
                .bind("limit", limit)
                .fetch()
                .rowsUpdated();
    }
}

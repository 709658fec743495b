package org.tertulia.chat.creation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.chat.rules.ChatNotFound;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The table {@code idempotency_keys}. */
@Repository
final class AnswerRepository {

    /** How many expired answers one new answer clears away; more than one, so they never pile up. */
    private static final int CLEARED = 20;

    private final DatabaseClient database;

    AnswerRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Whether nobody else is at work on this key; holds it until the end of the transaction. */
    Mono<Boolean> claim(UserId person, IdempotencyKey key) {
        return database.sql(
                        "select pg_try_advisory_xact_lock(hashtextextended(:claim, 0)) as claimed")
                .bind("claim", person + " " + key.value())
                .map(row -> row.get("claimed", Boolean.class))
                .one();
    }

    Mono<Answer> find(UserId person, IdempotencyKey key, Instant notBefore) {
        return database.sql(
                        """
                        select fingerprint, chat_id, created, response from idempotency_keys
                        where user_id = :person and key = :key and stored_at > :notBefore
                        """)
                .bind("person", person.value())
                .bind("key", key.value())
                .bind("notBefore", notBefore)
                .map(
                        row ->
                                new Answer(
                                        row.get("fingerprint", String.class),
                                        new ChatId(row.get("chat_id", UUID.class)),
                                        row.get("created", Boolean.class),
                                        row.get("response", String.class)))
                .one();
    }

    /** Stores an answer in place of an expired one, if there is one. */
    Mono<Void> store(UserId person, IdempotencyKey key, Answer answer, Instant now) {
        return database.sql(
                        """
                        insert into idempotency_keys
                            (user_id, key, fingerprint, chat_id, created, response, stored_at)
                        values (:person, :key, :fingerprint, :chat, :created, :response, :now)
                        on conflict (user_id, key) do update
                        set fingerprint = excluded.fingerprint, chat_id = excluded.chat_id,
                            created = excluded.created, response = excluded.response,
                            stored_at = excluded.stored_at
                        """)
                .bind("person", person.value())
                .bind("key", key.value())
                .bind("fingerprint", answer.fingerprint())
                .bind("chat", answer.chat().value())
                .bind("created", answer.created())
                .bind("response", answer.required())
                .bind("now", now)
                .then();
    }

    /** Clears some of the answers that are too old away. */
    Mono<Void> deleteSome(Instant before) {
        return database.sql(
                        """
                        delete from idempotency_keys where (user_id, key) in (
                            select user_id, key from idempotency_keys where stored_at <= :before
                            order by stored_at limit :some for update skip locked)
                        """)
                .bind("before", before)
                .bind("some", CLEARED)
                .then();
    }

    /**
     * A kept answer.
     *
     * @param fingerprint of the request it answers
     * @param chat which chat it is about
     * @param created whether the chat was new
     * @param response the view as JSON; null once the chat is deleted
     */
    record Answer(String fingerprint, ChatId chat, boolean created, @Nullable String response) {

        /** The JSON of a chat that is there. */
        String required() {
            if (response == null) {
                throw new ChatNotFound(chat);
            }
            return response;
        }
    }
}

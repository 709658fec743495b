package org.tertulia.message.timeline;

import static org.tertulia.message.timeline.MessageRow.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.web.MessageSeqs;
import reactor.core.publisher.Mono;

/** Reads messages, each with all that its view has; whatever is asked for, it is one query. */
@Repository
final class MessageRepository {

    private static final String FIND =
            """
            SELECT %s
            FROM unnest($2::uuid[], $3::bigint[]) WITH ORDINALITY AS p (chat_id, seq, ord)
            JOIN LATERAL (
                SELECT 1 FROM memberships s WHERE s.chat_id = p.chat_id AND s.user_id = $1 LIMIT 1) member ON true
            JOIN LATERAL (
                SELECT m.* FROM messages m WHERE m.chat_id = p.chat_id AND m.seq = p.seq LIMIT 1) x ON true
            %s
            ORDER BY p.ord
            """
                    .formatted(MessageRow.COLUMNS, MessageRow.JOINS);

    /** One row without a message when the stretch is empty. The stretch and last_seq are of one moment. */
    private static final String STRETCH =
            """
            SELECT c.last_seq, v.*
            FROM chats c LEFT JOIN LATERAL (SELECT %s FROM (%s) x %s) v ON true
            WHERE c.chat_id = $2 ORDER BY v.seq
            """;

    private static final String AMONG =
            STRETCH.formatted(
                    MessageRow.COLUMNS,
                    "SELECT m.* FROM messages m WHERE m.chat_id = $2 AND m.seq = ANY($3)",
                    MessageRow.JOINS);

    private static final Stretch BEFORE =
            Stretch.of(
                    "SELECT m.* FROM messages m WHERE m.chat_id = $2 AND m.seq < $3 AND %1$s ORDER BY m.seq DESC LIMIT $4");
    private static final Stretch AFTER =
            Stretch.of(
                    "SELECT m.* FROM messages m WHERE m.chat_id = $2 AND m.seq > $3 AND %1$s ORDER BY m.seq LIMIT $4");
    private static final Stretch AROUND =
            Stretch.of(
                    """
                    (SELECT m.* FROM messages m WHERE m.chat_id = $2 AND m.seq < $3 AND %1$s ORDER BY m.seq DESC LIMIT $4)
                    UNION ALL
                    (SELECT m.* FROM messages m WHERE m.chat_id = $2 AND m.seq >= $3 AND %1$s ORDER BY m.seq LIMIT $4)
                    """);

    /** The query for a stretch of the main conversation, and the one for a stretch of the thread $5. */
    private record Stretch(String inMain, String inThread) {

        static Stretch of(String pick) {
            return new Stretch(query(pick, "m.thread IS NULL"), query(pick, "m.thread = $5"));
        }

        private static String query(String pick, String where) {
            return STRETCH.formatted(
                    MessageRow.COLUMNS, pick.replace("%1$s", where), MessageRow.JOINS);
        }
    }

    private final DatabaseClient database;

    MessageRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Those that exist where the person is a member, in the order of {@code places}. */
    Mono<List<MessageView>> find(UserId person, List<MessagePlace> places) {
        return database.sql(FIND)
                .bind(0, person.value())
                .bind(1, places.stream().map(place -> place.chatId().value()).toArray(UUID[]::new))
                .bind(2, places.stream().map(MessagePlace::seq).toArray(Long[]::new))
                .map(MessageRow::view)
                .all()
                .collectList();
    }

    /** Those of {@code seqs} that there are, of the main conversation and of threads. */
    Mono<MessageStretch> among(UserId person, ChatId chatId, MessageSeqs seqs) {
        return database.sql(AMONG)
                .bind(0, person.value())
                .bind(1, chatId.value())
                .bind(2, seqs.ascending().toArray(Long[]::new))
                .map(MessageRepository::found)
                .all()
                .collectList()
                .map(MessageRepository::stretch);
    }

    /** The last {@code limit} below {@code seq}. */
    Mono<MessageStretch> before(UserId person, Strand strand, long seq, int limit) {
        return stretch(BEFORE, person, strand, seq, limit);
    }

    /** The first {@code limit} above {@code seq}. */
    Mono<MessageStretch> after(UserId person, Strand strand, long seq, int limit) {
        return stretch(AFTER, person, strand, seq, limit);
    }

    /** The last {@code limit} below {@code seq}, and as many from it on. */
    Mono<MessageStretch> around(UserId person, Strand strand, long seq, int limit) {
        return stretch(AROUND, person, strand, seq, limit);
    }

    private Mono<MessageStretch> stretch(
            Stretch query, UserId person, Strand strand, long seq, int limit) {
        var thread = strand.thread();
        var statement =
                database.sql(thread == null ? query.inMain() : query.inThread())
                        .bind(0, person.value())
                        .bind(1, strand.chatId().value())
                        .bind(2, seq)
                        .bind(3, limit);
        return (thread == null ? statement : statement.bind(4, thread))
                .map(MessageRepository::found)
                .all()
                .collectList()
                .map(MessageRepository::stretch);
    }

    /** Whether there is a message that can have a thread. */
    Mono<Boolean> isRoot(MessagePlace place) {
        return database.sql(
                        """
                        SELECT EXISTS (
                            SELECT 1 FROM messages m
                            WHERE m.chat_id = $1 AND m.seq = $2 AND m.thread IS NULL) AS root
                        """)
                .bind(0, place.chatId().value())
                .bind(1, place.seq())
                .mapValue(Boolean.class)
                .one();
    }

    /** The seq from which on the main conversation was said at {@code moment} or later. */
    Mono<Long> firstAt(ChatId chatId, Instant moment) {
        return database.sql("SELECT first_message_at($1, $2) AS seq")
                .bind(0, chatId.value())
                .bind(1, moment.atOffset(ZoneOffset.UTC))
                .mapValue(Long.class)
                .one();
    }

    private record Found(long lastSeq, @Nullable MessageView message) {}

    private static Found found(Readable row) {
        return new Found(
                required(row, "last_seq", Long.class),
                MessageRow.isThere(row) ? MessageRow.view(row) : null);
    }

    /** Nothing at all is found of a chat that is not known. */
    private static MessageStretch stretch(List<Found> found) {
        var lastSeq = found.isEmpty() ? 0 : found.getFirst().lastSeq();
        return new MessageStretch(
                found.stream().map(Found::message).filter(Objects::nonNull).toList(), lastSeq);
    }
}

package org.tertulia.message.timeline;

import static org.tertulia.message.timeline.MessageRow.required;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
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

    private static final String BEFORE =
            "SELECT m.* FROM messages m WHERE m.chat_id = $2 AND m.seq < $3 AND %s ORDER BY m.seq DESC LIMIT $4";
    private static final String AFTER =
            "SELECT m.* FROM messages m WHERE m.chat_id = $2 AND m.seq > $3 AND %s ORDER BY m.seq LIMIT $4";

    private static final String MAIN = "m.thread IS NULL";

    private static final String MAIN_BEFORE = stretch(BEFORE, MAIN);
    private static final String MAIN_AFTER = stretch(AFTER, MAIN);

    private final DatabaseClient database;

    MessageRepository(DatabaseClient database) {
        this.database = database;
    }

    private static String stretch(String pick, String where) {
        return STRETCH.formatted(MessageRow.COLUMNS, pick.formatted(where), MessageRow.JOINS);
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

    /** The last {@code limit} of the main conversation below {@code seq}. */
    Mono<MessageStretch> before(UserId person, ChatId chatId, long seq, int limit) {
        return stretch(MAIN_BEFORE, person, chatId, seq, limit);
    }

    /** The first {@code limit} of the main conversation above {@code seq}. */
    Mono<MessageStretch> after(UserId person, ChatId chatId, long seq, int limit) {
        return stretch(MAIN_AFTER, person, chatId, seq, limit);
    }

    private Mono<MessageStretch> stretch(
            String sql, UserId person, ChatId chatId, long seq, int limit) {
        return database.sql(sql)
                .bind(0, person.value())
                .bind(1, chatId.value())
                .bind(2, seq)
                .bind(3, limit)
                .map(MessageRepository::found)
                .all()
                .collectList()
                .map(MessageRepository::stretch);
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

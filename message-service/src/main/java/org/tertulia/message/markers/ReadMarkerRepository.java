package org.tertulia.message.markers;

import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.message.timeline.Timeline;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Read markers, which are a column of the memberships. */
@Repository
final class ReadMarkerRepository {

    /** One round trip; writes nothing when the marker is as far already. */
    private static final String MOVE =
            """
            WITH moved AS (
                UPDATE memberships m SET read_seq = least($3, c.last_seq) FROM chats c
                WHERE m.chat_id = $1 AND m.user_id = $2 AND c.chat_id = m.chat_id
                  AND NOT c.deleted AND m.read_seq < least($3, c.last_seq)
                RETURNING m.chat_id, m.user_id, m.read_seq
            ), present AS (
                SELECT chat_id, user_id, read_seq FROM moved
                UNION ALL
                SELECT m.chat_id, m.user_id, m.read_seq FROM memberships m JOIN chats c USING (chat_id)
                WHERE m.chat_id = $1 AND m.user_id = $2 AND NOT c.deleted AND NOT EXISTS (SELECT 1 FROM moved)
            )
            SELECT p.read_seq,
                   (SELECT count(*) FROM (
                        SELECT 1 FROM messages u
                        WHERE u.chat_id = p.chat_id AND u.seq > p.read_seq AND u.sender_id <> p.user_id
                        LIMIT %d) unread)::integer AS unread
            FROM present p
            """
                    .formatted(Timeline.MAX_UNREAD);

    private final DatabaseClient database;

    ReadMarkerRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Empty when the person is not a member. */
    Mono<ReadMarker> moveTo(ChatId chatId, UserId userId, long seq) {
        return database.sql(MOVE)
                .bind(0, chatId.value())
                .bind(1, userId.value())
                .bind(2, seq)
                .map(
                        row ->
                                new ReadMarker(
                                        chatId,
                                        Objects.requireNonNull(row.get("read_seq", Long.class)),
                                        Objects.requireNonNull(row.get("unread", Integer.class))))
                .one();
    }
}

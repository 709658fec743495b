package org.tertulia.message.timeline;

import static org.tertulia.message.timeline.MessageRow.required;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Reads a person's chats, each with what is unread in it and its last message, in one query. */
@Repository
final class ConversationRepository {

    private static final String SELECT =
            """
            SELECT m.chat_id AS conversation_id, c.kind, c.title, c.picture_id, allows_receipts(c.kind, c.receipts) AS receipts, c.last_seq, m.read_seq, m.read_generation,
                   count_unread(m.chat_id, m.user_id, m.read_seq, %1$d) AS unread,
                   count_mentions(m.chat_id, m.user_id, m.read_seq, %1$d) AS unread_mentions,
                   count_threads_unread(m.chat_id, m.user_id, m.since_seq, %2$d) AS threads_unread,
                   CASE WHEN c.kind = 'private' THEN ARRAY(
                        SELECT p.user_id FROM memberships p WHERE p.chat_id = m.chat_id ORDER BY p.user_id)
                   END AS member_ids,
                   %3$s
            FROM memberships m
            JOIN chats c ON c.chat_id = m.chat_id
            LEFT JOIN LATERAL (
                SELECT l.* FROM messages l WHERE l.chat_id = m.chat_id AND l.thread IS NULL
                ORDER BY l.seq DESC LIMIT 1) x ON true
            %4$s
            WHERE m.user_id = $1 AND NOT c.deleted
            """
                    .formatted(
                            Timeline.MAX_UNREAD,
                            Timeline.MAX_THREADS_UNREAD,
                            MessageRow.COLUMNS,
                            MessageRow.JOINS);

    /** The greatest UUID, before which every chat id comes. */
    private static final UUID END = new UUID(-1, -1);

    private final DatabaseClient database;

    ConversationRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<ChatId>> chatIds(UserId person, int limit) {
        return database.sql(
                        "SELECT chat_id FROM memberships WHERE user_id = $1 ORDER BY chat_id DESC LIMIT $2")
                .bind(0, person.value())
                .bind(1, limit)
                .map(row -> new ChatId(required(row, "chat_id", UUID.class)))
                .all()
                .collectList();
    }

    /** Of the newest {@code limit} chats of each of these people; see {@link ChatsDigest}. */
    Mono<Map<UserId, ChatsDigest>> chatsDigests(List<UserId> people, int limit) {
        return database.sql(
                        """
                        SELECT p.user_id, of_person.chats, of_person.mixed
                        FROM unnest($1) AS p (user_id)
                        CROSS JOIN LATERAL (
                            SELECT count(*) AS chats,
                                   coalesce(bit_xor(substring(uuid_send(newest.chat_id) FROM 9)::bigint), 0) AS mixed
                            FROM (
                                SELECT m.chat_id FROM memberships m WHERE m.user_id = p.user_id
                                ORDER BY m.chat_id DESC LIMIT $2) AS newest
                        ) AS of_person
                        """)
                .bind(0, values(people))
                .bind(1, limit)
                .map(row -> Map.entry(userId(row), digest(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static ChatsDigest digest(Readable row) {
        return new ChatsDigest(
                required(row, "chats", Long.class), required(row, "mixed", Long.class));
    }

    /** The newest {@code limit} chats of each of these people; of nobody else. */
    Mono<Map<UserId, Set<ChatId>>> chatIdsOf(List<UserId> people, int limit) {
        return database.sql(
                        """
                        SELECT p.user_id, ARRAY(
                            SELECT m.chat_id FROM memberships m WHERE m.user_id = p.user_id
                            ORDER BY m.chat_id DESC LIMIT $2) AS chat_ids
                        FROM unnest($1) AS p (user_id)
                        """)
                .bind(0, values(people))
                .bind(1, limit)
                .map(row -> Map.entry(userId(row), chatIds(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Set<ChatId> chatIds(Readable row) {
        return Arrays.stream(required(row, "chat_ids", UUID[].class))
                .map(ChatId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static UserId userId(Readable row) {
        return new UserId(required(row, "user_id", UUID.class));
    }

    private static UUID[] values(List<UserId> people) {
        return people.stream().map(UserId::value).toArray(UUID[]::new);
    }

    Mono<List<Conversation>> among(UserId person, List<ChatId> chatIds) {
        return database.sql(SELECT + " AND m.chat_id = ANY($2)")
                .bind(0, person.value())
                .bind(1, chatIds.stream().map(ChatId::value).toArray(UUID[]::new))
                .map(ConversationRepository::conversation)
                .all()
                .collectList();
    }

    Mono<List<Conversation>> page(UserId person, @Nullable ChatId before, int limit) {
        return database.sql(SELECT + " AND m.chat_id < $2 ORDER BY m.chat_id DESC LIMIT $3")
                .bind(0, person.value())
                .bind(1, before == null ? END : before.value())
                .bind(2, limit)
                .map(ConversationRepository::conversation)
                .all()
                .collectList();
    }

    private static Conversation conversation(Readable row) {
        return new Conversation(
                new ChatId(required(row, "conversation_id", UUID.class)),
                required(row, "kind", String.class),
                row.get("title", String.class),
                row.get("picture_id", UUID.class),
                memberIds(row),
                required(row, "receipts", Boolean.class),
                required(row, "last_seq", Long.class),
                required(row, "read_seq", Long.class),
                new Marker(
                        required(row, "read_generation", Integer.class),
                        required(row, "read_seq", Long.class)),
                required(row, "unread", Integer.class),
                required(row, "unread_mentions", Integer.class),
                required(row, "threads_unread", Integer.class),
                lastMessage(row));
    }

    private static @Nullable List<UUID> memberIds(Readable row) {
        var ids = row.get("member_ids", UUID[].class);
        return ids == null ? null : List.of(ids);
    }

    private static @Nullable MessageView lastMessage(Readable row) {
        return MessageRow.isThere(row) ? MessageRow.view(row) : null;
    }
}

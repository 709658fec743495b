package org.tertulia.message.receipts;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Reads how far members are, and what people have said about their receipts. Members come in the order of their ids. */
@Repository
final class ReceiptRepository {

    private final DatabaseClient database;

    ReceiptRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Empty when there is no such chat. */
    Mono<Standing> standing(ChatId chatId, UserId person) {
        return database.sql(
                        """
                        SELECT allows_receipts(c.kind, c.receipts) AS allowed, sends_receipts($2) AS sent
                        FROM chats c WHERE c.chat_id = $1 AND NOT c.deleted
                        """)
                .bind(0, chatId.value())
                .bind(1, person.value())
                .map(row -> new Standing(is(row, "allowed"), is(row, "sent")))
                .one();
    }

    /** Those who send receipts, after {@code after}. */
    Mono<List<ReceiptPosition>> positions(ChatId chatId, UserId after, int limit) {
        return database.sql(
                        """
                        SELECT m.user_id, m.since_seq, receipt_delivered(m) AS delivered, receipt_read(m) AS read
                        FROM memberships m
                        WHERE m.chat_id = $1 AND m.user_id > $2 AND sends_receipts(m.user_id)
                        ORDER BY m.user_id LIMIT $3
                        """)
                .bind(0, chatId.value())
                .bind(1, after.value())
                .bind(2, limit)
                .map(
                        row ->
                                new ReceiptPosition(
                                        new UserId(required(row, "user_id", UUID.class)),
                                        required(row, "since_seq", Long.class),
                                        required(row, "delivered", Long.class),
                                        required(row, "read", Long.class)))
                .all()
                .collectList();
    }

    /** Whether there is such a message. */
    Mono<Boolean> isMessage(MessagePlace place) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM messages WHERE chat_id = $1 AND seq = $2) AS there")
                .bind(0, place.chatId().value())
                .bind(1, place.seq())
                .mapValue(Boolean.class)
                .one();
    }

    /**
     * Those who send receipts and were members when the message was posted, without who posted it, after {@code
     * after}. A thread has markers of its own.
     */
    Mono<List<MessageReceipt>> ofMessage(MessagePlace place, UserId after, int limit) {
        return database.sql(
                        """
                        SELECT m.user_id, receipt_delivered(m) >= x.seq AS delivered,
                               CASE WHEN x.thread IS NULL THEN receipt_read(m) ELSE coalesce(f.read_seq, 0) END >= x.seq AS read
                        FROM messages x
                        JOIN memberships m ON m.chat_id = x.chat_id AND m.user_id <> x.sender_id AND m.since_seq < x.seq
                        LEFT JOIN thread_followers f
                            ON f.chat_id = x.chat_id AND f.user_id = m.user_id AND f.thread = x.thread
                        WHERE x.chat_id = $1 AND x.seq = $2 AND m.user_id > $3 AND sends_receipts(m.user_id)
                        ORDER BY m.user_id LIMIT $4
                        """)
                .bind(0, place.chatId().value())
                .bind(1, place.seq())
                .bind(2, after.value())
                .bind(3, limit)
                .map(ReceiptRepository::receipt)
                .all()
                .collectList();
    }

    private static MessageReceipt receipt(Readable row) {
        var read = is(row, "read");
        return new MessageReceipt(
                new UserId(required(row, "user_id", UUID.class)),
                read,
                read || is(row, "delivered"));
    }

    /** Whether {@code person} sends receipts. */
    Mono<Boolean> sends(UserId person) {
        return database.sql("SELECT sends_receipts($1) AS sends")
                .bind(0, person.value())
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Void> setSends(UserId person, boolean send) {
        return database.sql(
                        """
                        INSERT INTO receipt_preferences (user_id, send) VALUES ($1, $2)
                        ON CONFLICT (user_id) DO UPDATE SET send = excluded.send
                        """)
                .bind(0, person.value())
                .bind(1, send)
                .then();
    }

    private static boolean is(Readable row, String column) {
        return required(row, column, Boolean.class);
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}

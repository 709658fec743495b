package org.tertulia.message.receipts;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Positions that move, many at once. */
@Repository
final class MovedReceiptRepository {

    private final DatabaseClient database;

    MovedReceiptRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Those whose position moved; see {@code move_delivered} in the migrations. */
    Mono<List<ChatMember>> moveDelivered(Map<ChatMember, Long> seqs) {
        var said = List.copyOf(seqs.entrySet());
        return database.sql("SELECT * FROM move_delivered($1, $2, $3)")
                .bind(0, said.stream().map(e -> e.getKey().chatId().value()).toArray(UUID[]::new))
                .bind(1, said.stream().map(e -> e.getKey().userId().value()).toArray(UUID[]::new))
                .bind(2, said.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .map(MovedReceiptRepository::member)
                .all()
                .collectList();
    }

    /**
     * How far these are, and who is to be told: of chats that have receipts and at most {@code maxMembers}
     * members, those who send receipts, for the others who do. The rest is left out.
     */
    Mono<List<ToldReceipt>> told(Collection<ChatMember> moved, int maxMembers) {
        return database.sql(
                        """
                        SELECT m.chat_id, m.user_id, receipt_delivered(m) AS delivered, receipt_read(m) AS read,
                               ARRAY(SELECT o.user_id FROM memberships o
                                     WHERE o.chat_id = m.chat_id AND o.user_id <> m.user_id AND sends_receipts(o.user_id)) AS others
                        FROM unnest($1::uuid[], $2::uuid[]) AS s (chat_id, user_id)
                        JOIN memberships m ON m.chat_id = s.chat_id AND m.user_id = s.user_id
                        JOIN chats c ON c.chat_id = s.chat_id
                        WHERE NOT c.deleted AND allows_receipts(c.kind, c.receipts) AND c.member_count <= $3
                          AND sends_receipts(m.user_id)
                        """)
                .bind(0, moved.stream().map(m -> m.chatId().value()).toArray(UUID[]::new))
                .bind(1, moved.stream().map(m -> m.userId().value()).toArray(UUID[]::new))
                .bind(2, maxMembers)
                .map(MovedReceiptRepository::told)
                .all()
                .collectList();
    }

    private static ToldReceipt told(Readable row) {
        return new ToldReceipt(
                member(row),
                required(row, "delivered", Long.class),
                required(row, "read", Long.class),
                List.of(required(row, "others", UUID[].class)));
    }

    private static ChatMember member(Readable row) {
        return new ChatMember(
                new ChatId(required(row, "chat_id", UUID.class)),
                new UserId(required(row, "user_id", UUID.class)));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}

package org.tertulia.message.search;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The index; see the functions in the migrations. */
@Repository
final class SearchIndexRepository {

    private final DatabaseClient database;

    SearchIndexRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Indexes up to {@code most} entries of the log of each of these chats, and as many messages that
     * have got translations, in one transaction. In the order of their ids, so that of two at a time one
     * waits for the other.
     */
    Mono<Void> index(List<ChatId> chats, int most) {
        return database.sql(
                        """
                        SELECT count(index_messages(c.chat_id, $2))
                        FROM (SELECT x AS chat_id FROM unnest($1) AS x ORDER BY x) c
                        """)
                .bind(0, chats.stream().map(ChatId::value).toArray(UUID[]::new))
                .bind(1, most)
                .fetch()
                .one()
                .then();
    }

    /**
     * Chats that have more to index, at most {@code limit}, each once. Either query ends as soon as it has so many, which a
     * UNION would not: after an upgrade, or a long outage, all chats are behind, and this is asked again and again.
     */
    Flux<ChatId> behind(int limit) {
        return database.sql(
                        """
                        (SELECT c.chat_id FROM chats c LEFT JOIN message_search_chats i USING (chat_id)
                         WHERE c.last_seq > coalesce(i.indexed_seq, 0) LIMIT $1)
                        UNION ALL
                        (SELECT DISTINCT q.chat_id FROM messages_to_index q LIMIT $1)
                        """)
                .bind(0, limit)
                .map(row -> new ChatId(Objects.requireNonNull(row.get("chat_id", UUID.class))))
                .all()
                .distinct()
                .take(limit);
    }

    /** Whether the chat has more to index. */
    Mono<Boolean> isBehind(ChatId chatId) {
        return database.sql(
                        """
                        SELECT EXISTS (
                            SELECT FROM chats c LEFT JOIN message_search_chats i USING (chat_id)
                            WHERE c.chat_id = $1 AND c.last_seq > coalesce(i.indexed_seq, 0))
                        OR EXISTS (SELECT FROM messages_to_index q WHERE q.chat_id = $1) AS behind
                        """)
                .bind(0, chatId.value())
                .mapValue(Boolean.class)
                .one();
    }
}

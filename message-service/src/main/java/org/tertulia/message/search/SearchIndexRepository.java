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

    /** Indexes up to {@code most} entries of the chat's log; how far it is indexed then. */
    Mono<Long> index(ChatId chatId, int most) {
        return database.sql("SELECT index_messages($1, $2) AS indexed")
                .bind(0, chatId.value())
                .bind(1, most)
                .mapValue(Long.class)
                .one();
    }

    /**
     * The same for several chats, in one transaction. In the order of their ids, so that of two at a time one
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

    /** Chats that have more in their log than is indexed, at most {@code limit}. */
    Flux<ChatId> behind(int limit) {
        return database.sql(
                        """
                        SELECT c.chat_id FROM chats c LEFT JOIN message_search_chats i USING (chat_id)
                        WHERE c.last_seq > coalesce(i.indexed_seq, 0) LIMIT $1
                        """)
                .bind(0, limit)
                .map(row -> new ChatId(Objects.requireNonNull(row.get("chat_id", UUID.class))))
                .all();
    }
}

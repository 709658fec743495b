package org.tertulia.message.timeline;

import static org.tertulia.message.timeline.MessageRow.required;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import reactor.core.publisher.Mono;

/** Reads the logs. */
@Repository
final class TimelineRepository {

    private final DatabaseClient database;

    TimelineRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Long> lastSeq(ChatId chatId) {
        return database.sql("SELECT last_seq FROM chats WHERE chat_id = $1")
                .bind(0, chatId.value())
                .mapValue(Long.class)
                .one();
    }

    Mono<Map<ChatId, Long>> lastSeqs(List<ChatId> chatIds) {
        return database.sql("SELECT chat_id, last_seq FROM chats WHERE chat_id = ANY($1)")
                .bind(0, chatIds.stream().map(ChatId::value).toArray(UUID[]::new))
                .map(row -> Map.entry(chatId(row), required(row, "last_seq", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static ChatId chatId(Readable row) {
        return new ChatId(required(row, "chat_id", UUID.class));
    }

    Mono<List<StoredEntry>> entriesAfter(ChatId chatId, long after, int limit) {
        return database.sql(
                        """
                        SELECT seq, entry::text AS entry FROM log
                        WHERE chat_id = $1 AND seq > $2 ORDER BY seq LIMIT $3
                        """)
                .bind(0, chatId.value())
                .bind(1, after)
                .bind(2, limit)
                .map(TimelineRepository::entry)
                .all()
                .collectList();
    }

    /**
     * The first {@code limit} entries after {@code positions}, by chat, in one query. The index is entered once
     * for each chat, whatever the planner thinks of the arrays.
     */
    Mono<Map<ChatId, Collection<StoredEntry>>> entriesAfter(
            List<LogPosition> positions, int limit) {
        return database.sql(
                        """
                        SELECT behind.chat_id, missed.seq, missed.entry::text AS entry
                        FROM unnest($1, $2) WITH ORDINALITY AS behind (chat_id, seq, turn)
                        CROSS JOIN LATERAL (
                            SELECT log.seq, log.entry FROM log
                            WHERE log.chat_id = behind.chat_id AND log.seq > behind.seq
                            ORDER BY log.seq LIMIT $3
                        ) AS missed
                        ORDER BY behind.turn, missed.seq LIMIT $3
                        """)
                .bind(0, positions.stream().map(p -> p.chatId().value()).toArray(UUID[]::new))
                .bind(1, positions.stream().map(LogPosition::seq).toArray(Long[]::new))
                .bind(2, limit)
                .map(row -> Map.entry(chatId(row), entry(row)))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static StoredEntry entry(Readable row) {
        return new StoredEntry(
                required(row, "seq", Long.class), required(row, "entry", String.class));
    }
}

package org.tertulia.message.details;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Reads about single messages. */
@Repository
final class DetailsRepository {

    private static final String VERSIONS =
            """
            SELECT v.version, v.text, v.written_at FROM (
                SELECT version, text, written_at FROM message_versions WHERE chat_id = $1 AND seq = $2
                UNION ALL
                SELECT version, text, coalesce(edited_at, posted_at) FROM messages
                WHERE chat_id = $1 AND seq = $2 AND deleted_at IS NULL) v
            WHERE v.version < $3 ORDER BY v.version DESC LIMIT $4
            """;

    private static final String REACTIONS =
            """
            SELECT user_id, reacted_at FROM reactions
            WHERE chat_id = $1 AND seq = $2 AND emoji = $3 AND (reacted_at, user_id) > ($4, $5)
            ORDER BY reacted_at, user_id LIMIT $6
            """;

    private static final String PINS =
            """
            SELECT seq, pinned_at FROM messages
            WHERE chat_id = $1 AND pinned_at IS NOT NULL AND (pinned_at, seq) < ($2, $3)
            ORDER BY pinned_at DESC, seq DESC LIMIT $4
            """;

    private final DatabaseClient database;

    DetailsRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Whether the chat has such a message, deleted or not. */
    Mono<Boolean> exists(ChatId chatId, long seq) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM messages WHERE chat_id = $1 AND seq = $2) AS found")
                .bind(0, chatId.value())
                .bind(1, seq)
                .mapValue(Boolean.class)
                .one();
    }

    /** Descending from below {@code version}; of a deleted message, none. */
    Mono<List<VersionView>> versionsBefore(ChatId chatId, long seq, int version, int limit) {
        return database.sql(VERSIONS)
                .bind(0, chatId.value())
                .bind(1, seq)
                .bind(2, version)
                .bind(3, limit)
                .map(
                        row ->
                                new VersionView(
                                        required(row, "version", Integer.class),
                                        required(row, "text", String.class),
                                        instant(row, "written_at")))
                .all()
                .collectList();
    }

    /** Ascending by time and person, from after {@code after}. */
    Mono<List<ReactionView>> reactionsAfter(
            ChatId chatId, long seq, String emoji, ReactionView after, int limit) {
        return database.sql(REACTIONS)
                .bind(0, chatId.value())
                .bind(1, seq)
                .bind(2, emoji)
                .bind(3, after.at().atOffset(ZoneOffset.UTC))
                .bind(4, after.userId().value())
                .bind(5, limit)
                .map(
                        row ->
                                new ReactionView(
                                        new UserId(required(row, "user_id", UUID.class)),
                                        instant(row, "reacted_at")))
                .all()
                .collectList();
    }

    /** Descending by time and seq, from before {@code before}. */
    Mono<List<Pin>> pinsBefore(ChatId chatId, Pin before, int limit) {
        return database.sql(PINS)
                .bind(0, chatId.value())
                .bind(1, before.at().atOffset(ZoneOffset.UTC))
                .bind(2, before.seq())
                .bind(3, limit)
                .map(row -> new Pin(required(row, "seq", Long.class), instant(row, "pinned_at")))
                .all()
                .collectList();
    }

    private static Instant instant(Readable row, String column) {
        return required(row, column, OffsetDateTime.class).toInstant();
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}

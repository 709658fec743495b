package org.tertulia.message.markers;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.message.timeline.Timeline;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Read markers, which are columns of the memberships. One round trip each. */
@Repository
final class ReadMarkerRepository {

    private static final String MOVE =
            "SELECT * FROM move_marker($1, $2, $3, $4, %d)".formatted(Timeline.MAX_UNREAD);
    private static final String UNREAD =
            "SELECT * FROM mark_unread($1, $2, $3, %d)".formatted(Timeline.MAX_UNREAD);

    private final DatabaseClient database;

    ReadMarkerRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Empty when the person is not a member. Writes nothing when the marker stays where it is. */
    Mono<ReadMarker> moveTo(ChatId chatId, UserId userId, long seq, @Nullable Integer generation) {
        var statement = marking(MOVE, chatId, userId, seq);
        return (generation == null
                        ? statement.bindNull(3, Integer.class)
                        : statement.bind(3, generation))
                .map(row -> marker(chatId, row))
                .one();
    }

    /** Empty when the person is not a member. */
    Mono<ReadMarker> markUnread(ChatId chatId, UserId userId, long seq) {
        return marking(UNREAD, chatId, userId, seq).map(row -> marker(chatId, row)).one();
    }

    private DatabaseClient.GenericExecuteSpec marking(
            String sql, ChatId chatId, UserId userId, long seq) {
        return database.sql(sql).bind(0, chatId.value()).bind(1, userId.value()).bind(2, seq);
    }

    private static ReadMarker marker(ChatId chatId, Readable row) {
        return new ReadMarker(
                chatId,
                required(row, "generation", Integer.class),
                required(row, "read_seq", Long.class),
                required(row, "unread", Integer.class),
                required(row, "mentions", Integer.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}

package org.tertulia.message.bookmarks;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.message.timeline.MessageNotFound;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The bookmarks of people. */
@Repository
final class BookmarkRepository {

    private final DatabaseClient database;

    BookmarkRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Whether it was not there yet; see {@code put_bookmark} in the migrations. Fails with {@link
     * MessageNotFound} and {@link TooManyBookmarks}.
     */
    Mono<Boolean> put(UserId userId, MessagePlace place, Instant at, int max) {
        return database.sql("SELECT put_bookmark($1, $2, $3, $4, $5) AS outcome")
                .bind(0, userId.value())
                .bind(1, place.chatId().value())
                .bind(2, place.seq())
                .bind(3, at)
                .bind(4, max)
                .mapValue(String.class)
                .one()
                .map(outcome -> isNew(outcome, place, max));
    }

    private static boolean isNew(String outcome, MessagePlace place, int max) {
        return switch (outcome) {
            case "saved" -> true;
            case "present" -> false;
            case "unknown-message" -> throw new MessageNotFound(place.seq());
            case "too-many" -> throw new TooManyBookmarks(max);
            case String other -> throw new IllegalStateException("unknown outcome " + other);
        };
    }

    /** Whether it was there. */
    Mono<Boolean> remove(UserId userId, MessagePlace place) {
        return database.sql(
                        "DELETE FROM bookmarks WHERE user_id = $1 AND chat_id = $2 AND seq = $3")
                .bind(0, userId.value())
                .bind(1, place.chatId().value())
                .bind(2, place.seq())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Those in chats that the person is a member of, after {@code after} from the newest on. */
    Mono<List<Bookmark>> page(UserId userId, Bookmark after, int limit) {
        return database.sql(
                        """
                        SELECT b.chat_id, b.seq, b.saved_at FROM bookmarks b
                        JOIN memberships m ON m.chat_id = b.chat_id AND m.user_id = b.user_id
                        JOIN chats c ON c.chat_id = b.chat_id
                        WHERE b.user_id = $1 AND NOT c.deleted
                          AND (b.saved_at, b.chat_id, b.seq) < ($2, $3, $4)
                        ORDER BY b.saved_at DESC, b.chat_id DESC, b.seq DESC LIMIT $5
                        """)
                .bind(0, userId.value())
                .bind(1, after.savedAt())
                .bind(2, after.place().chatId().value())
                .bind(3, after.place().seq())
                .bind(4, limit)
                .map(BookmarkRepository::bookmark)
                .all()
                .collectList();
    }

    private static Bookmark bookmark(Readable row) {
        return new Bookmark(
                new MessagePlace(
                        new ChatId(required(row, "chat_id", UUID.class)),
                        required(row, "seq", Long.class)),
                required(row, "saved_at", OffsetDateTime.class).toInstant());
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}

package org.tertulia.message.threads;

import static org.tertulia.message.threads.ThreadRow.required;

import io.r2dbc.spi.Readable;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.message.timeline.MessageNotFound;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.message.timeline.Timeline;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Who follows which thread, and how far they have read in it. */
@Repository
final class ThreadRepository {

    private static final String MARK =
            "SELECT * FROM mark_thread($1, $2, $3, $4, $5, %d)".formatted(Timeline.MAX_UNREAD);

    /**
     * Looks up the newest reply of every thread that the person follows, by index, and then counts for
     * those of the page.
     */
    private static final String PAGE =
            """
            SELECT p.*,
                   count_thread_unread(p.chat_id, p.thread, $1, p.read_seq, %1$d) AS unread,
                   count_thread_mentions(p.chat_id, p.thread, $1, p.read_seq, %1$d) AS mentions
            FROM (
                SELECT f.chat_id, f.thread, greatest(f.read_seq, s.since_seq) AS read_seq,
                       coalesce(l.posted_at, r.posted_at) AS active_at
                FROM thread_followers f
                JOIN memberships s ON s.chat_id = f.chat_id AND s.user_id = f.user_id
                JOIN LATERAL (
                    SELECT m.posted_at FROM messages m WHERE m.chat_id = f.chat_id AND m.seq = f.thread
                    LIMIT 1) r ON true
                LEFT JOIN LATERAL (
                    SELECT m.posted_at FROM messages m
                    WHERE m.chat_id = f.chat_id AND m.thread = f.thread AND m.deleted_at IS NULL
                    ORDER BY m.seq DESC LIMIT 1) l ON true
                WHERE f.user_id = $1 AND f.following
                  AND (coalesce(l.posted_at, r.posted_at), f.chat_id, f.thread) < ($2, $3, $4)
                ORDER BY active_at DESC, f.chat_id DESC, f.thread DESC LIMIT $5) p
            ORDER BY p.active_at DESC, p.chat_id DESC, p.thread DESC
            """
                    .formatted(Timeline.MAX_UNREAD);

    private final DatabaseClient database;

    ThreadRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Lets the person follow the thread or not, or moves the marker forward; null leaves it as it is.
     * Empty when the person is not a member. Fails with {@link MessageNotFound} of the root.
     */
    Mono<ThreadState> mark(
            UserId person, MessagePlace root, @Nullable Boolean following, @Nullable Long seq) {
        var statement =
                database.sql(MARK)
                        .bind(0, root.chatId().value())
                        .bind(1, person.value())
                        .bind(2, root.seq());
        statement =
                following == null
                        ? statement.bindNull(3, Boolean.class)
                        : statement.bind(3, following);
        statement = seq == null ? statement.bindNull(4, Long.class) : statement.bind(4, seq);
        return statement.map(row -> marked(root, row)).one().flatMap(marked -> marked);
    }

    private static Mono<ThreadState> marked(MessagePlace root, Readable row) {
        return switch (row.get("problem", String.class)) {
            case null -> Mono.just(state(root, row));
            case "not-a-member" -> Mono.empty();
            case String _ -> Mono.error(new MessageNotFound(root.seq()));
        };
    }

    private static ThreadState state(MessagePlace root, Readable row) {
        return new ThreadState(
                root.chatId(),
                root.seq(),
                required(row, "following", Boolean.class),
                required(row, "read_seq", Long.class),
                required(row, "unread", Integer.class),
                required(row, "mentions", Integer.class));
    }

    /** Those behind {@code start}, the newest activity first. */
    Mono<List<ThreadRow>> followed(UserId person, ThreadPosition start, int limit) {
        return database.sql(PAGE)
                .bind(0, person.value())
                .bind(1, start.activeAt().atOffset(ZoneOffset.UTC))
                .bind(2, start.chatId().value())
                .bind(3, start.thread())
                .bind(4, limit)
                .map(ThreadRow::of)
                .all()
                .collectList();
    }
}

package org.tertulia.message.drafts;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The drafts of people; the main conversation of a chat counts as thread 0 there. */
@Repository
final class DraftRepository {

    private static final long MAIN = 0;

    private final DatabaseClient database;

    DraftRepository(DatabaseClient database) {
        this.database = database;
    }

    /** See {@code put_draft} in the migrations. Fails with {@link TooManyDrafts}. */
    Mono<DraftOutcome> put(UserId userId, WriteDraft write, Instant at, int max) {
        var statement =
                database.sql(
                                """
                                SELECT p.outcome, (p.draft).*
                                FROM put_draft($1, $2, $3, $4, $5, $6, $7, $8) p
                                """)
                        .bind(0, userId.value())
                        .bind(1, write.chatId().value())
                        .bind(2, thread(write.thread()))
                        .bind(3, write.text())
                        .bind(6, at)
                        .bind(7, max);
        return bind(bind(statement, 4, write.replyTo()), 5, write.baseVersion())
                .map(row -> outcome(row, max))
                .one();
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, int index, @Nullable Long value) {
        return value == null ? statement.bindNull(index, Long.class) : statement.bind(index, value);
    }

    /** Empty when there is none. */
    Mono<Draft> find(UserId userId, ChatId chatId, @Nullable Long thread) {
        return database.sql(
                        "SELECT * FROM drafts WHERE user_id = $1 AND chat_id = $2 AND thread = $3")
                .bind(0, userId.value())
                .bind(1, chatId.value())
                .bind(2, thread(thread))
                .map(DraftRepository::draft)
                .one();
    }

    /** Those in chats that the person is a member of, after {@code after} from the newest on. */
    Mono<List<Draft>> page(UserId userId, DraftPosition after, int limit) {
        return database.sql(
                        """
                        SELECT d.* FROM drafts d
                        JOIN memberships m ON m.chat_id = d.chat_id AND m.user_id = d.user_id
                        JOIN chats c ON c.chat_id = d.chat_id
                        WHERE d.user_id = $1 AND NOT c.deleted
                          AND (d.version, d.chat_id, d.thread) < ($2, $3, $4)
                        ORDER BY d.version DESC, d.chat_id DESC, d.thread DESC LIMIT $5
                        """)
                .bind(0, userId.value())
                .bind(1, after.version())
                .bind(2, after.chatId().value())
                .bind(3, after.thread())
                .bind(4, limit)
                .map(DraftRepository::draft)
                .all()
                .collectList();
    }

    private static DraftOutcome outcome(Readable row, int max) {
        var draft = draft(row);
        return switch (Objects.requireNonNull(row.get("outcome", String.class))) {
            case "written" -> new DraftOutcome(true, draft, draft.replaced() != null);
            case "deleted" -> new DraftOutcome(true, draft, false);
            case "unchanged" -> new DraftOutcome(false, draft, draft.replaced() != null);
            case "absent" -> new DraftOutcome(false, draft, false);
            case "kept" -> new DraftOutcome(false, draft, true);
            case "too-many" -> throw new TooManyDrafts(max);
            case String other -> throw new IllegalStateException("unknown outcome " + other);
        };
    }

    private static Draft draft(Readable row) {
        var thread = required(row, "thread", Long.class);
        return new Draft(
                new ChatId(required(row, "chat_id", UUID.class)),
                thread == MAIN ? null : thread,
                required(row, "text", String.class),
                row.get("reply_to", Long.class),
                required(row, "version", Long.class),
                required(row, "updated_at", OffsetDateTime.class).toInstant(),
                replaced(row));
    }

    private static @Nullable ReplacedDraft replaced(Readable row) {
        var text = row.get("replaced_text", String.class);
        return text == null
                ? null
                : new ReplacedDraft(
                        text,
                        row.get("replaced_reply_to", Long.class),
                        required(row, "replaced_version", Long.class),
                        required(row, "replaced_at", OffsetDateTime.class).toInstant());
    }

    private static long thread(@Nullable Long thread) {
        return Objects.requireNonNullElse(thread, MAIN);
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}

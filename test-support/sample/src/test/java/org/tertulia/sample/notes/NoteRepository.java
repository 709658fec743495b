package org.tertulia.sample.notes;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notes in PostgreSQL. */
@Repository
final class NoteRepository {

    private static final String NEXT_SEQ =
            """
            INSERT INTO boards (id, last_seq) VALUES (:id, 1)
            ON CONFLICT (id) DO UPDATE SET last_seq = boards.last_seq + 1
            RETURNING last_seq
            """;

    private static final String INSERT =
            """
            INSERT INTO notes (board_id, seq, id, author_id, text, posted_at)
            VALUES (:board, :seq, :id, :author, :text, :at)
            """;

    private static final String PAGE =
            """
            SELECT * FROM notes WHERE board_id = :board AND seq > :after ORDER BY seq LIMIT :limit
            """;

    private final DatabaseClient database;

    NoteRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Locks the board's row until the transaction ends. */
    Mono<Long> nextSeq(ChatId board) {
        return database.sql(NEXT_SEQ)
                .bind("id", board.value())
                .map(row -> Objects.requireNonNull(row.get("last_seq", Long.class)))
                .one();
    }

    Mono<Note> insert(Note note) {
        return database.sql(INSERT)
                .bind("board", note.boardId().value())
                .bind("seq", note.seq())
                .bind("id", note.id().value())
                .bind("author", note.authorId().value())
                .bind("text", note.text())
                .bind("at", note.postedAt())
                .then()
                .thenReturn(note);
    }

    Flux<Note> findPage(ChatId board, long after, int limit) {
        return database.sql(PAGE)
                .bind("board", board.value())
                .bind("after", after)
                .bind("limit", limit)
                .map(NoteRepository::note)
                .all();
    }

    private static Note note(Readable row) {
        return new Note(
                new MessageId(required(row, "id", UUID.class)),
                new ChatId(required(row, "board_id", UUID.class)),
                required(row, "seq", Long.class),
                new UserId(required(row, "author_id", UUID.class)),
                required(row, "text", String.class),
                required(row, "posted_at", Instant.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}

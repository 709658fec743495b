package org.tertulia.media.descriptions;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.media.types.MediaKind;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MediaId;
import reactor.core.publisher.Mono;

/** Reads from the replica which files the messages of a chat have. */
@Repository
final class ChatMediaRepository {

    /** A file in a message. */
    record Place(long seq, MediaId media) {

        /** Before the newest message. */
        static final Place START = new Place(Long.MAX_VALUE, new MediaId(new UUID(-1, -1)));
    }

    /** Ids of files rise with time. What nobody gets is left out. */
    private static final String PAGE =
            """
            select a.seq, a.media_id from attachments a join media m on m.media_id = a.media_id
            where a.chat_id = $1 and a.deleted_at is null
                and a.seq <= $2 and (a.seq < $2 or a.media_id > $3)
                and m.kind = any($4) and m.state <> 'refused'
            order by a.seq desc, a.media_id limit $5
            """;

    private final DatabaseClient database;

    ChatMediaRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Those after a place, at most {@code limit}. */
    Mono<List<Place>> findPage(ChatId chat, Set<MediaKind> kinds, Place after, int limit) {
        return database.sql(PAGE)
                .bind(0, chat.value())
                .bind(1, after.seq())
                .bind(2, after.media().value())
                .bind(3, kinds.stream().map(MediaKind::text).toArray(String[]::new))
                .bind(4, limit)
                .map(
                        row ->
                                new Place(
                                        Objects.requireNonNull(row.get("seq", Long.class)),
                                        new MediaId(
                                                Objects.requireNonNull(
                                                        row.get("media_id", UUID.class)))))
                .all()
                .collectList();
    }
}

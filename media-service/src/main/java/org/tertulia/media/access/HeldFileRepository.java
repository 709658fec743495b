package org.tertulia.media.access;

import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Writes which files are kept for messages that wait to be posted. Only those of the author are kept. */
@Repository
final class HeldFileRepository {

    private final DatabaseClient database;

    HeldFileRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Has the rows of the files meanwhile, as attaching does. */
    Mono<Void> hold(UUID scheduledMessage, UUID author, Collection<UUID> media) {
        return database.sql(
                        """
                        with held as materialized (
                            select media_id from media where media_id = any($3) and owner_id = $2
                            order by media_id for key share)
                        insert into held_files (scheduled_message_id, media_id)
                        select $1::uuid, media_id from held
                        on conflict (scheduled_message_id, media_id) do nothing
                        """)
                .bind(0, scheduledMessage)
                .bind(1, author)
                .bind(2, media.toArray(UUID[]::new))
                .then();
    }

    Mono<Void> release(UUID scheduledMessage) {
        return database.sql("delete from held_files where scheduled_message_id = $1")
                .bind(0, scheduledMessage)
                .then();
    }
}

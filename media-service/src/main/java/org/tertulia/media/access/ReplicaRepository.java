package org.tertulia.media.access;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Writes the replica. A membership carries the number of the log entry it comes from, and is only changed by a later
 * one: an entry that comes again changes nothing.
 */
@Repository
final class ReplicaRepository {

    private final DatabaseClient database;

    ReplicaRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> setPresent(UUID chat, Collection<UUID> people, boolean present, long seq) {
        return database.sql(
                        """
                        insert into memberships (chat_id, user_id, present, seq)
                        select distinct $1::uuid, person, $3::boolean, $4::bigint from unnest($2) as p (person)
                        on conflict (chat_id, user_id) do update set present = excluded.present, seq = excluded.seq
                        where memberships.seq < excluded.seq
                        """)
                .bind(0, chat)
                .bind(1, people.toArray(UUID[]::new))
                .bind(2, present)
                .bind(3, seq)
                .then();
    }

    /** Nobody is in the chat any more. */
    Mono<Void> close(UUID chat, long seq) {
        return database.sql(
                        """
                        update memberships set present = false, seq = $2
                        where chat_id = $1 and present and seq < $2
                        """)
                .bind(0, chat)
                .bind(1, seq)
                .then();
    }

    /** Holds the files meanwhile: whoever is about to delete one since no message has it finds that one does. */
    Mono<Void> attach(UUID chat, long seq, Collection<UUID> media) {
        return database.sql(
                        """
                        with held as materialized (
                            select media_id from media where media_id = any($3) order by media_id for key share)
                        insert into attachments (media_id, chat_id, seq)
                        select distinct m.media, $1::uuid, $2::bigint
                        from unnest($3) as m (media) left join held on held.media_id = m.media
                        on conflict (media_id, chat_id, seq) do nothing
                        """)
                .bind(0, chat)
                .bind(1, seq)
                .bind(2, media.toArray(UUID[]::new))
                .then();
    }

    Mono<Void> detach(UUID chat, long seq, Instant at) {
        return database.sql(
                        """
                        update attachments set deleted_at = $3
                        where chat_id = $1 and seq = $2 and deleted_at is null
                        """)
                .bind(0, chat)
                .bind(1, seq)
                .bind(2, at)
                .then();
    }

    /** No message of the chat can be read any more. */
    Mono<Void> detachAll(UUID chat, Instant at) {
        return database.sql(
                        "update attachments set deleted_at = $2 where chat_id = $1 and deleted_at is null")
                .bind(0, chat)
                .bind(1, at)
                .then();
    }
}

package org.tertulia.media.access;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Writes which files are pictures of what. Each carries the version of its profile, or the number of the log entry, that it
 * comes from, and is only changed by a later one: an event that comes again changes nothing.
 */
@Repository
final class PictureRepository {

    /** The picture of a person or a chat, as opposed to that of an emoji. */
    static final String ITSELF = "";

    private final DatabaseClient database;

    PictureRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * What a file is chosen for.
     *
     * @param subject the person or the chat
     * @param name {@link #ITSELF}, or the name of the emoji
     * @param version as of which version or entry
     */
    record Place(UUID subject, String name, long version) {}

    /**
     * The file is shown there, to everybody or to the members of the chat. Who chose it stays who did so first, whoever
     * changes something else. Holds the file meanwhile, as attaching does.
     */
    Mono<Void> choose(Place place, UUID media, UUID by, boolean everyone) {
        return database.sql(
                        """
                        with held as materialized (
                            select media_id from media where media_id = $3 for key share)
                        insert into pictures (subject_id, name, media_id, chosen_by, everyone, version)
                        select $1::uuid, $2::text, $3::uuid, $4::uuid, $5::boolean, $6::bigint
                        from (select count(*) from held) as h
                        on conflict (subject_id, name) do update
                        set chosen_by = case when pictures.media_id = excluded.media_id then pictures.chosen_by
                                             else excluded.chosen_by end,
                            media_id = excluded.media_id, everyone = excluded.everyone, version = excluded.version
                        where pictures.version < excluded.version
                        """)
                .bind(0, place.subject())
                .bind(1, place.name())
                .bind(2, media)
                .bind(3, by)
                .bind(4, everyone)
                .bind(5, place.version())
                .then();
    }

    /** There is no picture any more. */
    Mono<Void> remove(Place place) {
        return database.sql(
                        """
                        update pictures set media_id = null, version = $3
                        where subject_id = $1 and name = $2 and version < $3
                        """)
                .bind(0, place.subject())
                .bind(1, place.name())
                .bind(2, place.version())
                .then();
    }

    /** Neither the chat nor any of its emoji has a picture any more. */
    Mono<Void> removeAll(UUID chat, long version) {
        return database.sql(
                        """
                        update pictures set media_id = null, version = $2
                        where subject_id = $1 and version < $2
                        """)
                .bind(0, chat)
                .bind(1, version)
                .then();
    }
}

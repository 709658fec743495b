package org.tertulia.media.collecting;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.MediaId;
import reactor.core.publisher.Mono;

/** Looks for files that are not used: no message has them, and they are nobody's picture. */
@Repository
final class OrphanRepository {

    /**
     * Some files.
     *
     * @param examined how many
     * @param last the last of them; the one before them when there are none
     * @param orphans those that are not used, and were in no message for long enough
     * @param withdrawn those that nobody could use for long enough, and nobody does
     */
    record Page(long examined, UUID last, List<MediaId> orphans, List<MediaId> withdrawn) {

        Page {
            orphans = List.copyOf(orphans);
            withdrawn = List.copyOf(withdrawn);
        }
    }

    /** Before these moments it was long ago: created, its last message deleted, withdrawn. */
    record LongAgo(Instant created, Instant deleted, Instant withdrawn) {}

    private static final String PAGE =
            """
            with page as (
                select media_id, created_at, withdrawn_at from media
                where media_id > $1 order by media_id limit $5)
            select count(*) as examined,
                   coalesce((array_agg(p.media_id order by p.media_id desc))[1], $1) as last,
                   coalesce(array_agg(p.media_id order by p.media_id) filter (
                       where not u.used and p.withdrawn_at is null
                           and coalesce(a.last_deleted_at < $3, p.created_at < $2)), '{}') as orphans,
                   coalesce(array_agg(p.media_id order by p.media_id) filter (
                       where not u.used and p.withdrawn_at < $4
                           and coalesce(a.last_deleted_at < $3, true)), '{}') as withdrawn
            from page p
            cross join lateral (
                select max(deleted_at) as last_deleted_at from attachments where media_id = p.media_id) a
            cross join lateral (
                select exists (select 1 from used_media where media_id = p.media_id) as used) u
            """;

    private final DatabaseClient database;

    OrphanRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The files after {@code place}, at most {@code limit}. */
    Mono<Page> findPage(UUID place, LongAgo longAgo, int limit) {
        return database.sql(PAGE)
                .bind(0, place)
                .bind(1, longAgo.created())
                .bind(2, longAgo.deleted())
                .bind(3, longAgo.withdrawn())
                .bind(4, limit)
                .map(
                        row ->
                                new Page(
                                        get(row.get("examined", Long.class)),
                                        get(row.get("last", UUID.class)),
                                        ids(row.get("orphans", UUID[].class)),
                                        ids(row.get("withdrawn", UUID[].class))))
                .one();
    }

    /** Forgets which messages a file was in, once it is gone. */
    Mono<Void> forget(MediaId id) {
        return database.sql(
                        """
                        delete from attachments where media_id = $1 and not exists (
                            select 1 from media where media_id = $1)
                        """)
                .bind(0, id.value())
                .then();
    }

    private static List<MediaId> ids(UUID @Nullable [] ids) {
        return Stream.of(get(ids)).map(MediaId::new).toList();
    }

    private static <T> T get(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}

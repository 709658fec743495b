package org.tertulia.media.files;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables {@code media} and {@code previews}. What changes them runs in the caller's transaction. */
@Repository
final class MediaRepository {

    private final DatabaseClient database;

    MediaRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Those of {@code ids} that exist, in no particular order. */
    Mono<List<Media>> findAll(Collection<MediaId> ids) {
        var wanted = ids.stream().map(MediaId::value).toArray(UUID[]::new);
        return previews(wanted)
                .flatMap(
                        previews ->
                                database.sql("select * from media where media_id = any($1)")
                                        .bind(0, wanted)
                                        .map(
                                                row -> {
                                                    var id =
                                                            MediaRow.get(
                                                                    row, "media_id", UUID.class);
                                                    return MediaRow.media(
                                                            row,
                                                            previews.getOrDefault(id, List.of()));
                                                })
                                        .all()
                                        .collectList());
    }

    private Mono<Map<UUID, List<Preview>>> previews(UUID[] wanted) {
        return database.sql("select * from previews where media_id = any($1)")
                .bind(0, wanted)
                .map(
                        row ->
                                Map.entry(
                                        MediaRow.get(row, "media_id", UUID.class),
                                        MediaRow.preview(row)))
                .all()
                .sort(Comparator.comparing(entry -> entry.getValue().variant()))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** Whether it was stored: not, when it is there already. */
    Mono<Boolean> insertIfAbsent(Media media) {
        return database.sql(
                        """
                        insert into media (media_id, owner_id, kind, state, name, content_type, bytes,
                                           object_key, revision, keep_original, created_at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                        on conflict (media_id) do nothing
                        """)
                .bind(0, media.id().value())
                .bind(1, media.ownerId().value())
                .bind(2, media.kind().text())
                .bind(3, media.state().text())
                .bind(4, media.name())
                .bind(5, media.contentType())
                .bind(6, media.original().bytes())
                .bind(7, media.original().objectKey())
                .bind(8, media.original().revision())
                .bind(9, media.original().asItCame())
                .bind(10, media.createdAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Stores what was found out; whether the file is still there. */
    Mono<Boolean> update(Media media) {
        var seen = media.appearance();
        var waveform = seen.waveform();
        var sql =
                database.sql(
                                """
                                update media set state = $2, bytes = $3, object_key = $4, revision = $5,
                                    width = $6, height = $7, duration_ms = $8, placeholder = $9, waveform = $10
                                where media_id = $1
                                """)
                        .bind(0, media.id().value())
                        .bind(1, media.state().text())
                        .bind(2, media.original().bytes())
                        .bind(3, media.original().objectKey())
                        .bind(4, media.original().revision());
        sql = bind(sql, 5, seen.width(), Integer.class);
        sql = bind(sql, 6, seen.height(), Integer.class);
        sql = bind(sql, 7, seen.durationMs(), Long.class);
        sql = bind(sql, 8, seen.placeholder(), String.class);
        var figures = waveform == null ? null : waveform.toArray(Integer[]::new);
        sql = bind(sql, 9, figures, Integer[].class);
        return sql.fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<Void> replacePreviews(MediaId id, List<Preview> previews) {
        return database.sql("delete from previews where media_id = $1")
                .bind(0, id.value())
                .then()
                .thenMany(Flux.fromIterable(previews))
                .concatMap(preview -> insert(id, preview))
                .then();
    }

    private Mono<Void> insert(MediaId id, Preview preview) {
        return database.sql(
                        """
                        insert into previews (media_id, variant, width, height, content_type, bytes, object_key)
                        values ($1, $2, $3, $4, $5, $6, $7)
                        """)
                .bind(0, id.value())
                .bind(1, preview.variant().text())
                .bind(2, preview.width())
                .bind(3, preview.height())
                .bind(4, preview.contentType())
                .bind(5, preview.bytes())
                .bind(6, preview.objectKey())
                .then();
    }

    /**
     * Notes that a file that is not used is not to be used any more; whose it is, or empty when it is used, was withdrawn
     * before or is not there.
     */
    Mono<UserId> withdrawUnused(MediaId id, Instant at) {
        return lock(id).then(withdrawIfUnused(id, at));
    }

    private Mono<UserId> withdrawIfUnused(MediaId id, Instant at) {
        return database.sql(
                        """
                        update media m set withdrawn_at = $2
                        where m.media_id = $1 and m.withdrawn_at is null and not exists (
                            select 1 from used_media u where u.media_id = $1)
                        returning owner_id
                        """)
                .bind(0, id.value())
                .bind(1, at)
                .mapValue(UUID.class)
                .one()
                .map(UserId::new);
    }

    /**
     * Deletes a file that is not used; whose it was, or empty when it is used or is not there. Who begins to use a file
     * holds its row, and only a statement that begins when this has the row sees what they did.
     */
    Mono<UserId> deleteUnused(MediaId id) {
        return lock(id).then(deleteIfUnused(id));
    }

    private Mono<Void> lock(MediaId id) {
        return database.sql("select 1 from media where media_id = $1 for update")
                .bind(0, id.value())
                .then();
    }

    private Mono<UserId> deleteIfUnused(MediaId id) {
        return database.sql(
                        """
                        delete from media m where m.media_id = $1 and not exists (
                            select 1 from used_media u where u.media_id = $1)
                        returning owner_id
                        """)
                .bind(0, id.value())
                .mapValue(UUID.class)
                .one()
                .map(UserId::new);
    }

    private static <T> GenericExecuteSpec bind(
            GenericExecuteSpec sql, int index, @Nullable T value, Class<T> type) {
        return value == null ? sql.bindNull(index, type) : sql.bind(index, value);
    }
}

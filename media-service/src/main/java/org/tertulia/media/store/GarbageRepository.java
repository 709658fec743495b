package org.tertulia.media.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code garbage}. */
@Repository
final class GarbageRepository {

    /** One note. */
    record Found(String prefix, @Nullable String objectKey, @Nullable String multipartId) {}

    private final DatabaseClient database;

    GarbageRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(
            String prefix, @Nullable String objectKey, @Nullable String multipartId, Instant at) {
        var sql =
                database.sql(
                        """
                                insert into garbage (prefix, object_key, multipart_id, since)
                                values ($1, nullif($2, ''), nullif($3, ''), $4)
                                on conflict (prefix) do update
                                set object_key = coalesce(excluded.object_key, garbage.object_key),
                                    multipart_id = coalesce(excluded.multipart_id, garbage.multipart_id)
                                """);
        return sql.bind(0, prefix)
                .bind(1, Objects.requireNonNullElse(objectKey, ""))
                .bind(2, Objects.requireNonNullElse(multipartId, ""))
                .bind(3, at)
                .then();
    }

    Flux<Found> findOldest(int limit) {
        return database.sql(
                        "select prefix, object_key, multipart_id from garbage order by since limit $1")
                .bind(0, limit)
                .map(
                        row ->
                                new Found(
                                        Objects.requireNonNull(row.get("prefix", String.class)),
                                        row.get("object_key", String.class),
                                        row.get("multipart_id", String.class)))
                .all();
    }

    Mono<Void> delete(List<String> prefixes) {
        return database.sql("delete from garbage where prefix = any($1)")
                .bind(0, prefixes.toArray(String[]::new))
                .then();
    }
}

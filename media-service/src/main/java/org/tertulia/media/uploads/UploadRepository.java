package org.tertulia.media.uploads;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.media.uploads.Upload.Piece;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The table {@code uploads}. What is durable of an upload is only changed by who holds its lease: somebody whose lease
 * ran out changes nothing any more.
 */
@Repository
final class UploadRepository {

    private final DatabaseClient database;

    UploadRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(Upload upload, Instant now) {
        return database.sql(
                        """
                        insert into uploads (upload_id, owner_id, state, name, keep_original, bytes, part_size,
                            received, part_tags, piece_keys, piece_sizes, created_at, expires_at)
                        values ($1, $2, $3, $4, $5, $6, $7, 0, '{}', '{}', '{}', $8, $9)
                        """)
                .bind(0, upload.id().value())
                .bind(1, upload.ownerId().value())
                .bind(2, upload.state().text())
                .bind(3, upload.name())
                .bind(4, upload.keepOriginal())
                .bind(5, upload.bytes())
                .bind(6, upload.partSize())
                .bind(7, now)
                .bind(8, upload.expiresAt())
                .then();
    }

    Mono<Upload> find(MediaId id) {
        return database.sql("select * from uploads where upload_id = $1")
                .bind(0, id.value())
                .map(UploadRepository::upload)
                .one();
    }

    /**
     * Takes the lease, unless somebody has it; the upload as it is then, or empty. Time is the database's, so that the
     * instances need not agree about it.
     */
    Mono<Upload> lease(MediaId id, UUID token, Duration length) {
        return database.sql(
                        """
                        update uploads set lease_token = $2,
                            leased_until = clock_timestamp() + $3 * interval '1 millisecond'
                        where upload_id = $1 and (leased_until is null or leased_until < clock_timestamp())
                        returning *
                        """)
                .bind(0, id.value())
                .bind(1, token)
                .bind(2, length.toMillis())
                .map(UploadRepository::upload)
                .one();
    }

    /** Keeps the lease longer; whether it was still held. */
    Mono<Boolean> renew(MediaId id, UUID token, Duration length) {
        return database.sql(
                        """
                        update uploads set leased_until = clock_timestamp() + $3 * interval '1 millisecond'
                        where upload_id = $1 and lease_token = $2
                        """)
                .bind(0, id.value())
                .bind(1, token)
                .bind(2, length.toMillis())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> release(MediaId id, UUID token) {
        return database.sql(
                        """
                        update uploads set lease_token = null, leased_until = null
                        where upload_id = $1 and lease_token = $2
                        """)
                .bind(0, id.value())
                .bind(1, token)
                .then();
    }

    /** Stores what is durable; whether the lease was still held. */
    Mono<Boolean> save(Upload upload, UUID token) {
        return database.sql(
                        """
                        update uploads set received = $3, multipart_id = nullif($4, ''), part_tags = $5,
                            piece_keys = $6, piece_sizes = $7, expires_at = $8
                        where upload_id = $1 and lease_token = $2
                        """)
                .bind(0, upload.id().value())
                .bind(1, token)
                .bind(2, upload.received())
                .bind(3, Objects.requireNonNullElse(upload.multipartId(), ""))
                .bind(4, upload.partTags().toArray(String[]::new))
                .bind(5, upload.pieces().stream().map(Piece::key).toArray(String[]::new))
                .bind(6, upload.pieces().stream().map(Piece::bytes).toArray(Long[]::new))
                .bind(7, upload.expiresAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Whether it was open until now. */
    Mono<Boolean> setState(MediaId id, UploadState state) {
        return database.sql("update uploads set state = $2 where upload_id = $1 and state = 'open'")
                .bind(0, id.value())
                .bind(1, state.text())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> delete(MediaId id) {
        return database.sql("delete from uploads where upload_id = $1").bind(0, id.value()).then();
    }

    /** Open uploads that are whole, or whose time is up, oldest first. */
    Flux<Upload> findLeftOver(Instant expiredBefore, Instant wholeBefore, int limit) {
        return database.sql(
                        """
                        select * from uploads
                        where state = 'open' and (leased_until is null or leased_until < clock_timestamp())
                            and (expires_at < $1 or (received = bytes and created_at < $2))
                        order by expires_at limit $3
                        """)
                .bind(0, expiredBefore)
                .bind(1, wholeBefore)
                .bind(2, limit)
                .map(UploadRepository::upload)
                .all();
    }

    /** Forgets uploads that have long been files, or nothing. */
    Mono<Long> deleteFinished(Instant expiredBefore) {
        return database.sql("delete from uploads where state <> 'open' and expires_at < $1")
                .bind(0, expiredBefore)
                .fetch()
                .rowsUpdated();
    }

    private static Upload upload(Readable row) {
        var keys = get(row, "piece_keys", String[].class);
        var sizes = get(row, "piece_sizes", Long[].class);
        return new Upload(
                new MediaId(get(row, "upload_id", UUID.class)),
                new UserId(get(row, "owner_id", UUID.class)),
                get(row, "name", String.class),
                get(row, "keep_original", Boolean.class),
                get(row, "bytes", Long.class),
                get(row, "part_size", Long.class),
                row.get("multipart_id", String.class),
                List.of(get(row, "part_tags", String[].class)),
                Upload.pieces(keys, sizes),
                UploadState.of(get(row, "state", String.class)),
                get(row, "expires_at", Instant.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}

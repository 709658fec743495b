package org.tertulia.message.attachments;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The replica of files. */
@Repository
final class FileRepository {

    private static final String INSERT =
            """
            INSERT INTO files (
                media_id, kind, state, content_type, bytes, width, height, duration_ms, placeholder, owner_id, name)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (media_id) DO NOTHING
            """;

    private static final String UPDATE =
            """
            UPDATE files
            SET kind = $2, state = $3, content_type = $4, bytes = $5, width = $6, height = $7, duration_ms = $8, placeholder = $9
            WHERE media_id = $1
            """;

    private final DatabaseClient database;

    FileRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Changes nothing when it is here already. */
    Mono<Void> insert(UploadedFile file) {
        return bound(database.sql(INSERT), file.mediaId(), file.details())
                .bind(9, file.ownerId())
                .bind(10, file.name())
                .then();
    }

    /** Changes nothing when it is not here. */
    Mono<Void> update(UUID mediaId, FileDetails details) {
        return bound(database.sql(UPDATE), mediaId, details).then();
    }

    private static GenericExecuteSpec bound(
            GenericExecuteSpec statement, UUID mediaId, FileDetails details) {
        return statement
                .bind(0, mediaId)
                .bind(1, details.kind())
                .bind(2, details.state())
                .bind(3, details.contentType())
                .bind(4, details.bytes())
                .bind(5, orNull(details.width(), R2dbcType.INTEGER))
                .bind(6, orNull(details.height(), R2dbcType.INTEGER))
                .bind(7, orNull(details.durationMs(), R2dbcType.BIGINT))
                .bind(8, orNull(details.placeholder(), R2dbcType.VARCHAR));
    }

    private static Object orNull(@Nullable Object value, R2dbcType type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    Mono<Void> delete(UUID mediaId) {
        return database.sql("DELETE FROM files WHERE media_id = $1").bind(0, mediaId).then();
    }

    /** Those of {@code files} that are not here. */
    Mono<List<UUID>> missing(List<UUID> files) {
        return database.sql(
                        """
                        SELECT f.media_id FROM unnest($1) WITH ORDINALITY AS f (media_id, ord)
                        WHERE NOT EXISTS (SELECT 1 FROM files x WHERE x.media_id = f.media_id) ORDER BY f.ord
                        """)
                .bind(0, files.toArray(UUID[]::new))
                .mapValue(UUID.class)
                .all()
                .collectList();
    }
}

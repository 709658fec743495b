package org.tertulia.message.previews;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.message.webpages.PageSummary;
import reactor.core.publisher.Mono;

/** Keeps previews for all instances. */
@Repository
final class PreviewRepository {

    private static final String PUT =
            """
            INSERT INTO link_previews (url_hash, site_name, title, description, fetched_at, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (url_hash) DO UPDATE
            SET site_name = EXCLUDED.site_name, title = EXCLUDED.title, description = EXCLUDED.description,
                fetched_at = EXCLUDED.fetched_at, expires_at = EXCLUDED.expires_at
            """;

    private static final String FIND =
            """
            SELECT url_hash, site_name, title, description
            FROM link_previews WHERE url_hash = ANY ($1) AND expires_at > $2
            """;

    /** Another instance may be at it too: each row is one's. */
    private static final String DELETE_EXPIRED =
            """
            DELETE FROM link_previews WHERE url_hash IN (
                SELECT url_hash FROM link_previews WHERE expires_at <= $1
                ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)
            """;

    private static final String DELETE_BEYOND =
            """
            DELETE FROM link_previews WHERE url_hash IN (
                SELECT url_hash FROM link_previews WHERE expires_at <= (
                    SELECT expires_at FROM link_previews ORDER BY expires_at DESC OFFSET $1 LIMIT 1)
                ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)
            """;

    private final DatabaseClient database;

    PreviewRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Those that are known at {@code now}; {@link Preview#NONE} when it is known that there is none. */
    Mono<Map<PreviewKey, Preview>> find(List<PreviewKey> keys, Instant now) {
        return database.sql(FIND)
                .bind(0, keys.stream().map(PreviewKey::value).toArray(String[]::new))
                .bind(1, now.atOffset(ZoneOffset.UTC))
                .map(row -> Map.entry(key(row), preview(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Keeps it in place of what was known before. */
    Mono<Void> put(PreviewKey key, Preview preview, Instant fetchedAt, Instant expiresAt) {
        var page = preview.page() == null ? new PageSummary(null, null, null) : preview.page();
        return database.sql(PUT)
                .bind(0, key.value())
                .bind(1, text(page.siteName()))
                .bind(2, text(page.title()))
                .bind(3, text(page.description()))
                .bind(4, fetchedAt.atOffset(ZoneOffset.UTC))
                .bind(5, expiresAt.atOffset(ZoneOffset.UTC))
                .then();
    }

    /** Forgets up to {@code limit} of those that nobody is told any more; answers how many. */
    Mono<Long> deleteExpired(Instant now, int limit) {
        return database.sql(DELETE_EXPIRED)
                .bind(0, now.atOffset(ZoneOffset.UTC))
                .bind(1, limit)
                .fetch()
                .rowsUpdated();
    }

    /** Forgets up to {@code limit} of those that there are beyond {@code most}; answers how many. */
    Mono<Long> deleteBeyond(int most, int limit) {
        return database.sql(DELETE_BEYOND).bind(0, most).bind(1, limit).fetch().rowsUpdated();
    }

    private static Parameter text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }

    private static PreviewKey key(Readable row) {
        return new PreviewKey(Objects.requireNonNull(row.get("url_hash", String.class)));
    }

    private static Preview preview(Readable row) {
        return Preview.of(
                new PageSummary(
                        row.get("site_name", String.class),
                        row.get("title", String.class),
                        row.get("description", String.class)));
    }
}

package org.tertulia.media.files;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.media.types.MediaKind;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;

/** Reads rows of {@code media} and {@code previews}. */
final class MediaRow {

    private MediaRow() {}

    static Media media(Readable row, List<Preview> previews) {
        return new Media(
                new MediaId(get(row, "media_id", UUID.class)),
                new UserId(get(row, "owner_id", UUID.class)),
                MediaKind.of(get(row, "kind", String.class)),
                MediaState.of(get(row, "state", String.class)),
                get(row, "name", String.class),
                get(row, "content_type", String.class),
                new Media.Original(
                        get(row, "object_key", String.class),
                        get(row, "bytes", Long.class),
                        get(row, "revision", Integer.class),
                        get(row, "keep_original", Boolean.class)),
                new Appearance(
                        row.get("width", Integer.class),
                        row.get("height", Integer.class),
                        row.get("duration_ms", Long.class),
                        row.get("placeholder", String.class),
                        waveform(row.get("waveform", Integer[].class))),
                previews,
                get(row, "created_at", Instant.class));
    }

    private static @Nullable List<Integer> waveform(Integer @Nullable [] figures) {
        return figures == null ? null : List.of(figures);
    }

    static Preview preview(Readable row) {
        return new Preview(
                Variant.of(get(row, "variant", String.class)),
                get(row, "width", Integer.class),
                get(row, "height", Integer.class),
                get(row, "content_type", String.class),
                get(row, "bytes", Long.class),
                get(row, "object_key", String.class));
    }

    static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}

package org.tertulia.media;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.util.unit.DataSize;
import org.tertulia.media.config.PreviewProperties;
import org.tertulia.media.files.Media;
import org.tertulia.media.types.ContentType;
import org.tertulia.media.types.MediaKind;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;

/** Files, and the limits they are looked into with. */
public final class MediaFixtures {

    private MediaFixtures() {}

    /** A file whose last byte has just come; its sender wants everything taken out of it. */
    public static Media uploaded(String contentType) {
        return uploaded(contentType, false);
    }

    public static Media uploaded(String contentType, boolean asItCame) {
        var id = new MediaId(UUID.randomUUID());
        var word = contentType.substring(0, contentType.indexOf('/'));
        var kind = ContentType.isInline(contentType) ? MediaKind.of(word) : MediaKind.FILE;
        return Media.uploaded(
                id,
                new UserId(UUID.randomUUID()),
                "file",
                new ContentType(kind, contentType),
                new Media.Original(Media.prefix(id) + "upload", 1_000, 1, asItCame),
                Instant.parse("2026-11-01T12:00:00Z"));
    }

    /** As they are set when nothing is. */
    public static PreviewProperties properties() {
        return properties(Duration.ofSeconds(40), "ffmpeg");
    }

    public static PreviewProperties properties(Duration programLimit, String ffmpeg) {
        return new PreviewProperties(
                200_000_000,
                16_000_000,
                Duration.ofHours(4),
                1,
                5,
                Duration.ofSeconds(15),
                Duration.ofMillis(250),
                Duration.ofSeconds(1),
                Duration.ofMinutes(2),
                programLimit,
                DataSize.ofGigabytes(2),
                "",
                ffmpeg,
                "ffprobe");
    }
}

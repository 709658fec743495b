package org.tertulia.media.uploads;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.util.unit.DataSize;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;

/** Uploads for tests. */
final class UploadFixtures {

    static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    static final UserId ANA = new UserId(UUID.fromString("00000000-0000-7000-8000-0000000000aa"));
    static final int PART = 8 << 20;

    private UploadFixtures() {}

    /** Nothing of it has come yet. */
    static Upload upload(long bytes) {
        return upload(ANA, bytes);
    }

    static Upload upload(UserId owner, long bytes) {
        return upload(owner, bytes, "name.bin", false);
    }

    static Upload named(String name, boolean keepOriginal) {
        return upload(ANA, 10, name, keepOriginal);
    }

    private static Upload upload(UserId owner, long bytes, String name, boolean keepOriginal) {
        return new Upload(
                new MediaId(UUID.randomUUID()),
                owner,
                name,
                keepOriginal,
                bytes,
                UploadProperties.partSize(bytes),
                null,
                List.of(),
                List.of(),
                UploadState.OPEN,
                NOON.plus(Duration.ofHours(24)));
    }

    /** The defaults, but for these. */
    static UploadProperties properties(DataSize memory, Duration keepAfter, Duration patience) {
        return new UploadProperties(
                DataSize.ofMegabytes(512),
                DataSize.ofGigabytes(5),
                20,
                Duration.ofHours(24),
                memory,
                keepAfter,
                patience,
                Duration.ofSeconds(5));
    }
}

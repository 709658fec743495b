package org.tertulia.media.uploads;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be uploaded, and how.
 *
 * @param maxSize the most bytes of a file
 * @param quota the most bytes of all files of a person together, those that are being uploaded included
 * @param maxOpen uploads of a person that are not finished
 * @param expiry how long after its last progress an upload is given up
 * @param memory bytes of all uploads together that came and are not in the store yet
 * @param keepAfter how long what came may be in memory only, so that slow clients do not fill it
 * @param patience how long a client may send nothing before its request ends
 * @param lease how long a request holds its upload without saying so again, when its instance dies
 */
@ConfigurationProperties("tertulia.media.uploads")
public record UploadProperties(
        @DefaultValue("512MB") DataSize maxSize,
        @DefaultValue("5GB") DataSize quota,
        @DefaultValue("20") int maxOpen,
        @DefaultValue("24h") Duration expiry,
        @DefaultValue("64MB") DataSize memory,
        @DefaultValue("5s") Duration keepAfter,
        @DefaultValue("15s") Duration patience,
        @DefaultValue("5s") Duration lease) {

    private static final long MIN_PART = DataSize.ofMegabytes(8).toBytes();

    /** S3 takes 10,000 parts; some are left for whoever counts otherwise. */
    private static final long PARTS = 9_000;

    /** Refuses a memory in which not even one part fits. */
    public UploadProperties {
        var part = partSize(maxSize.toBytes());
        if (memory.toBytes() < part) {
            throw new IllegalArgumentException(
                    "tertulia.media.uploads.memory must be at least %d bytes, a part of the largest file"
                            .formatted(part));
        }
    }

    static long partSize(long bytes) {
        return Math.max(MIN_PART, Math.ceilDiv(bytes, PARTS));
    }
}

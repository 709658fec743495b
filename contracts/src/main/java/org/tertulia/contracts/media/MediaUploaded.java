package org.tertulia.contracts.media;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last byte of a file came; its owner may attach it to messages from now on. What is null is left out.
 *
 * @param mediaId the file
 * @param ownerId who uploaded it
 * @param kind {@code image}, {@code video}, {@code audio} or {@code file}
 * @param name its name, for people
 * @param contentType its media type, decided by its content
 * @param bytes its length
 * @param width in pixels, when it is known already
 * @param height in pixels, when it is known already
 * @param durationMs when it is known already
 * @param placeholder a colour, {@code #rrggbb}, when it is known already
 * @param occurredAt when, UTC
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MediaUploaded(
        UUID mediaId,
        UUID ownerId,
        String kind,
        String name,
        String contentType,
        long bytes,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long durationMs,
        @Nullable String placeholder,
        Instant occurredAt)
        implements MediaEvent {

    @Override
    @JsonIgnore
    public UUID aggregateId() {
        return mediaId;
    }
}

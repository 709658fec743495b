package org.tertulia.message.attachments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a message, as it was known when the message was posted. What is null is left out.
 *
 * @param mediaId the file; the media service tells more of it, and serves it to who may read the message
 * @param kind {@code image}, {@code video}, {@code audio} or {@code file}
 * @param name its name, for people
 * @param contentType its media type, decided by its content
 * @param bytes its length
 * @param width of an image or a video, in pixels
 * @param height of an image or a video, in pixels
 * @param durationMs of a video or audio
 * @param placeholder a colour, {@code #rrggbb}, to show until it is there
 * @param alt what it shows, in words, for those who do not see it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attachment(
        UUID mediaId,
        String kind,
        String name,
        String contentType,
        long bytes,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long durationMs,
        @Nullable String placeholder,
        @Nullable String alt) {}

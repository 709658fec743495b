package org.tertulia.message.attachments;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a file by looking into it.
 *
 * @param kind {@code image}, {@code video}, {@code audio} or {@code file}
 * @param state {@link #PROCESSING}, or what has come of it as the media service says; nobody gets one that is {@code
 *     refused}
 * @param contentType its media type, decided by its content
 * @param bytes its length
 * @param width in pixels
 * @param height in pixels
 * @param durationMs of a video or audio
 * @param placeholder a colour, {@code #rrggbb}
 */
record FileDetails(
        String kind,
        String state,
        String contentType,
        long bytes,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long durationMs,
        @Nullable String placeholder) {

    /** It is there, and has not been looked into in full. It may be attached. */
    static final String PROCESSING = "processing";
}

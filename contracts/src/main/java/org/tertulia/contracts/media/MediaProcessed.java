package org.tertulia.contracts.media;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file was looked into, and its previews are there if it has any. What is null is left out.
 *
 * @param mediaId the file
 * @param ownerId who uploaded it
 * @param kind {@code image}, {@code video}, {@code audio} or {@code file}
 * @param state {@code ready}; {@code no-preview}; or {@code refused}, when nobody gets it
 * @param contentType its media type, decided by its content
 * @param bytes its length: it may have changed when metadata was taken out
 * @param width of an image or a video, in pixels, upright
 * @param height of an image or a video, in pixels, upright
 * @param durationMs of a video or audio
 * @param placeholder a colour, {@code #rrggbb}, to show until it is there
 * @param previews its previews, the smallest first; empty when there are none
 * @param waveform how loud it is from beginning to end, about 100 figures from 0 to 100; of audio only
 * @param occurredAt when, UTC
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MediaProcessed(
        UUID mediaId,
        UUID ownerId,
        String kind,
        String state,
        String contentType,
        long bytes,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long durationMs,
        @Nullable String placeholder,
        List<MediaPreview> previews,
        @Nullable List<Integer> waveform,
        Instant occurredAt)
        implements MediaEvent {

    /** Keeps its own copies of the lists. */
    public MediaProcessed {
        previews = List.copyOf(previews);
        waveform = waveform == null ? null : List.copyOf(waveform);
    }

    @Override
    @JsonIgnore
    public UUID aggregateId() {
        return mediaId;
    }
}

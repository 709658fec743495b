package org.tertulia.media.descriptions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tertulia.media.files.MediaState;
import org.tertulia.media.files.Variant;
import org.tertulia.media.types.MediaKind;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;

/**
 * A file as it is told to one person. What is not known is left out.
 *
 * @param id the file
 * @param ownerId who uploaded it
 * @param kind what it is to people
 * @param state how far it is
 * @param name its name, for people
 * @param contentType its media type, by its content
 * @param bytes its length
 * @param width in pixels, upright
 * @param height in pixels, upright
 * @param durationMs how long it lasts
 * @param placeholder a colour, {@code #rrggbb}
 * @param waveform how loud it is from beginning to end, 0 to 100
 * @param previews its previews, the smallest first
 * @param address where its bytes are; absent when nobody gets them, and for others than its owner when they are not ready
 * @param addressesExpireAt until when the addresses are good, UTC
 * @param createdAt when its last byte came, UTC
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MediaView(
        MediaId id,
        UserId ownerId,
        MediaKind kind,
        MediaState state,
        String name,
        String contentType,
        long bytes,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long durationMs,
        @Nullable String placeholder,
        @Nullable List<Integer> waveform,
        List<PreviewView> previews,
        @Nullable String address,
        Instant addressesExpireAt,
        Instant createdAt) {

    /**
     * A preview.
     *
     * @param size which one
     * @param width in pixels
     * @param height in pixels
     * @param contentType its media type
     * @param bytes its length
     * @param address where its bytes are
     */
    record PreviewView(
            Variant size, int width, int height, String contentType, long bytes, String address) {}

    /** Keeps its own copy of the list. */
    MediaView {
        previews = List.copyOf(previews);
    }
}

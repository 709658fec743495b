package org.tertulia.media.files;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file looks or sounds like, as far as it is known.
 *
 * @param width in pixels, upright
 * @param height in pixels, upright
 * @param durationMs how long it lasts
 * @param placeholder a colour, {@code #rrggbb}
 * @param waveform how loud it is from beginning to end, 0 to 100
 */
public record Appearance(
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long durationMs,
        @Nullable String placeholder,
        @Nullable List<Integer> waveform) {

    /** Nothing is known. */
    public static final Appearance UNKNOWN = new Appearance(null, null, null, null, null);

    /** Keeps its own copy of the list. */
    public Appearance {
        waveform = waveform == null ? null : List.copyOf(waveform);
    }
}

package org.tertulia.media.examination;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tertulia.media.files.Appearance;
import org.tertulia.media.files.MediaState;
import org.tertulia.media.files.Variant;

/**
 * What was found in a file.
 *
 * @param state how the file stands now
 * @param original what is to be kept instead of the file as it came; null to keep that
 * @param appearance what it looks or sounds like
 * @param pictures its previews, the smallest first
 */
public record Findings(
        MediaState state, @Nullable Path original, Appearance appearance, List<Picture> pictures) {

    /**
     * A preview.
     *
     * @param variant which one
     * @param width in pixels
     * @param height in pixels
     * @param jpeg its bytes, which are not to be changed
     */
    public record Picture(Variant variant, int width, int height, byte[] jpeg) {}

    /** Keeps its own copy of the list. */
    public Findings {
        pictures = List.copyOf(pictures);
    }

    static Findings nothing(MediaState state) {
        return new Findings(state, null, Appearance.UNKNOWN, List.of());
    }

    static Findings unseen(Appearance appearance) {
        return new Findings(MediaState.NO_PREVIEW, null, appearance, List.of());
    }

    /** The same, with what is to be kept instead of the file. A refused one keeps nothing. */
    Findings keeping(@Nullable Path stripped) {
        return state == MediaState.REFUSED
                ? this
                : new Findings(state, stripped, appearance, pictures);
    }
}

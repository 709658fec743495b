package org.tertulia.media.types;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a file is to people. */
public enum MediaKind {
    /** A picture that can be shown. */
    @JsonProperty("image")
    IMAGE,
    /** A film that can be played. */
    @JsonProperty("video")
    VIDEO,
    /** Sound that can be played. */
    @JsonProperty("audio")
    AUDIO,
    /** Anything else: saved, never shown. */
    @JsonProperty("file")
    FILE;

    /** As it is stored and sent. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #text}. */
    public static MediaKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}

package org.tertulia.media.files;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** In which form a file can be had. */
public enum Variant {
    /** The file itself. */
    @JsonProperty("original")
    ORIGINAL,
    /** A picture of at most 320 pixels. */
    @JsonProperty("small")
    SMALL,
    /** A picture of at most 960 pixels. */
    @JsonProperty("medium")
    MEDIUM,
    /** A picture of at most 1920 pixels. */
    @JsonProperty("large")
    LARGE,
    /** A picture out of a film. */
    @JsonProperty("poster")
    POSTER;

    /** As it is stored and sent. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #text}; throws {@link IllegalArgumentException} for anything else. */
    public static Variant of(String text) {
        var variant = valueOf(text.toUpperCase(Locale.ROOT));
        if (!variant.text().equals(text)) {
            throw new IllegalArgumentException("not a variant");
        }
        return variant;
    }
}

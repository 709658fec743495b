package org.tertulia.media.files;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How far a file is. */
public enum MediaState {
    /** It is about to be looked into. */
    @JsonProperty("processing")
    PROCESSING,
    /** Looked into; it has the previews that it will ever have. */
    @JsonProperty("ready")
    READY,
    /** Looked into; there is nothing to show of it but itself. */
    @JsonProperty("no-preview")
    NO_PREVIEW,
    /** It would harm who opens it, or tell more than its sender meant to: nobody gets it. */
    @JsonProperty("refused")
    REFUSED;

    /** As it is stored and sent. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads {@link #text}. */
    public static MediaState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

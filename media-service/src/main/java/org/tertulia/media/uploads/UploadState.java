package org.tertulia.media.uploads;

import java.util.Locale;

/** How far an upload is. */
enum UploadState {
    /** More may come. */
    OPEN,
    /** It is a file now. */
    COMPLETED,
    /** It was given up. */
    GONE;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static UploadState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}

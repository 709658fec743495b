package org.tertulia.media.previews;

import java.util.Locale;
import org.tertulia.media.files.MediaState;

/** How a worker's time with a file ended. */
enum Ending {
    /** It is stored; the file has previews. */
    READY,
    /** It is stored; the file has none. */
    NO_PREVIEW,
    /** It is stored; nobody gets the file. */
    REFUSED,
    /** The file is with another worker, or was deleted. */
    LOST,
    /** The service stops. */
    INTERRUPTED,
    /** The store or the database is away. */
    AWAY,
    /** It could not be tried to its end. */
    FAILED;

    static Ending of(MediaState stored) {
        return switch (stored) {
            case READY -> READY;
            case NO_PREVIEW, PROCESSING -> NO_PREVIEW;
            case REFUSED -> REFUSED;
        };
    }

    /** As it is called in metrics. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.tertulia.media.types;

import java.util.Set;

/**
 * What a file is, as its content says.
 *
 * @param kind what it is to people
 * @param mediaType its media type; {@code application/octet-stream} for whatever a browser might run
 */
public record ContentType(MediaKind kind, String mediaType) {

    /** Of what is not known, or not to be told to browsers. */
    public static final String BYTES = "application/octet-stream";

    /** What browsers show without running anything; all else is only saved. */
    private static final Set<String> INLINE =
            Set.of(
                    "image/jpeg",
                    "image/png",
                    "image/gif",
                    "image/webp",
                    "image/avif",
                    "video/mp4",
                    "video/webm",
                    "video/ogg",
                    "video/quicktime",
                    "audio/mpeg",
                    "audio/mp4",
                    "audio/ogg",
                    "audio/webm",
                    "audio/wav",
                    "audio/flac",
                    "audio/aac");

    /** Whether a browser may show it where it stands. */
    public static boolean isInline(String mediaType) {
        return INLINE.contains(mediaType);
    }

    static ContentType of(String mediaType) {
        if (!isInline(mediaType)) {
            return new ContentType(MediaKind.FILE, mediaType);
        }
        return new ContentType(
                MediaKind.of(mediaType.substring(0, mediaType.indexOf('/'))), mediaType);
    }
}

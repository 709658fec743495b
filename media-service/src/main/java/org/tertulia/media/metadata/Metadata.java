package org.tertulia.media.metadata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Takes out of files what tells of who took them, where, and with what: EXIF, XMP, IPTC, comments, positions, and in
 * pictures whatever stands behind their end. The pixels are not touched; how the camera was held and the colours stay.
 */
public final class Metadata {

    /** Pictures and films made of boxes, in which cameras write where they are. */
    private static final Set<String> BOXES =
            Set.of(
                    "image/avif",
                    "image/heic",
                    "image/heif",
                    "image/heic-sequence",
                    "image/heif-sequence",
                    "video/mp4",
                    "video/quicktime",
                    "video/3gpp",
                    "video/3gpp2",
                    "audio/mp4");

    private static final Set<String> PICTURES =
            Set.of("image/jpeg", "image/png", "image/webp", "image/gif");

    private Metadata() {}

    /** Whether such files may tell something, and it can be taken out here. */
    public static boolean canTell(String contentType) {
        return PICTURES.contains(contentType) || BOXES.contains(contentType);
    }

    /** Writes the file without it. Fails when it is no such file, and then nothing is to be kept. */
    public static void strip(String contentType, Path from, Path to) throws IOException {
        switch (contentType) {
            case "image/jpeg" -> JpegMetadata.strip(from, to);
            case "image/png" -> PngMetadata.strip(from, to);
            case "image/webp" -> WebpMetadata.strip(from, to);
            case "image/gif" -> GifMetadata.strip(from, to);
            default -> boxes(contentType, from, to);
        }
    }

    /**
     * Whether the rows of such a picture can be decoded one after the other, so that nobody has to keep them all. Fails
     * when it is no such picture.
     */
    public static boolean isByRows(String contentType, Path file) throws IOException {
        return switch (contentType) {
            case "image/jpeg" -> JpegMetadata.isByRows(file);
            case "image/png", "image/gif" -> true;
            default -> false;
        };
    }

    private static void boxes(String contentType, Path from, Path to) throws IOException {
        if (!BOXES.contains(contentType)) {
            throw new IOException("nothing can be taken out of " + contentType);
        }
        BoxMetadata.strip(from, to);
    }
}

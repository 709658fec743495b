package org.tertulia.media.types;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The first boxes of a file of the ISO base media format (ISO/IEC 14496-12), as far as they tell what it is. */
final class Mp4Boxes {

    private static final int LENGTH = 4;
    private static final int BRAND_AT = 8;

    /** From the name of a track's {@code hdlr} box to its kind. */
    private static final int HANDLER_AT = 12;

    private final String text;
    private final byte[] head;

    Mp4Boxes(byte[] head) {
        this.head = head;
        this.text = new String(head, StandardCharsets.ISO_8859_1);
    }

    /** Its media type: by the brand of the first box, and by the tracks where they stand before the content. */
    String mediaType() {
        if (!name(LENGTH).equals("ftyp")) {
            return "video/quicktime";
        }
        return switch (name(BRAND_AT)) {
            case "qt  " -> "video/quicktime";
            case "M4A ", "M4B ", "M4P " -> "audio/mp4";
            case "avif", "avis" -> "image/avif";
            default -> hasOnlySound() ? "audio/mp4" : "video/mp4";
        };
    }

    /** What browsers record begins with all of its tracks; of a file whose tracks come last, nothing is known here. */
    private boolean hasOnlySound() {
        var movie = text.indexOf("moov");
        if (movie < LENGTH || movie - LENGTH + length(movie - LENGTH) > head.length) {
            return false;
        }
        var sound = false;
        var at = text.indexOf("hdlr", movie);
        while (at >= 0) {
            var handler = name(at + HANDLER_AT);
            if (handler.equals("vide")) {
                return false;
            }
            sound |= handler.equals("soun");
            at = text.indexOf("hdlr", at + LENGTH);
        }
        return sound;
    }

    private long length(int at) {
        return ByteBuffer.wrap(head, at, LENGTH).getInt() & 0xFFFFFFFFL;
    }

    private String name(int at) {
        return at + LENGTH > text.length() ? "" : text.substring(at, at + LENGTH);
    }
}

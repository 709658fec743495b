package org.tertulia.media.types;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/**
 * Decides what a file is by its first bytes. Neither its name nor what its sender calls it is looked at: what begins
 * like a picture is a picture, and what a browser might run is a mere file.
 */
@Component
public final class TypeDetector {

    /** So many first bytes are enough. */
    public static final int HEAD = 64 * 1024;

    private static final String DOC_TYPE = "B\u0082";
    private static final int DOC_TYPE_REACH = 10;
    private static final String ZIP_ENTRY = "PK\u0003\u0004";
    private static final int ZIP_NAME_AT = 30;

    /** What Tika calls otherwise than browsers do. */
    private static final Map<String, String> SPELLING =
            Map.of(
                    "audio/vnd.wave", "audio/wav",
                    "audio/x-wav", "audio/wav",
                    "audio/x-flac", "audio/flac",
                    "audio/x-aac", "audio/aac",
                    "audio/vorbis", "audio/ogg",
                    "audio/opus", "audio/ogg",
                    "audio/speex", "audio/ogg",
                    "application/ogg", "audio/ogg",
                    "video/theora", "video/ogg",
                    "video/x-m4v", "video/mp4");

    /** Words in the types of what runs in a browser, or leads it somewhere. */
    private static final Set<String> ACTIVE = Set.of("html", "xml", "script", "svg", "shockwave");

    /** Tika's names for kinds that it cannot tell apart by their first bytes begin so. */
    private static final String FAMILY = "application/x-tika-";

    private static final Map<String, String> OFFICE =
            Map.of(
                    "word/",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "ppt/",
                            "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    private final Tika tika = new Tika();

    /** What a file is that begins with these bytes. */
    public ContentType detect(byte[] head) {
        var found = tika.detect(head).toLowerCase(Locale.ROOT);
        var type = SPELLING.getOrDefault(found, found);
        return switch (type) {
            case "video/quicktime", "application/mp4", "video/mp4", "audio/mp4" ->
                    ContentType.of(new Mp4Boxes(head).mediaType());
            case "application/x-matroska", "video/x-matroska", "audio/x-matroska", "video/webm" ->
                    ContentType.of(ofMatroska(head));
            case "application/x-tika-ooxml" -> ContentType.of(ofOffice(head));
            default -> ContentType.of(isTold(type) ? type : ContentType.BYTES);
        };
    }

    private static boolean isTold(String type) {
        return ACTIVE.stream().noneMatch(type::contains) && !type.startsWith(FAMILY);
    }

    /** WebM is Matroska that says so (its {@code DocType}, EBML id 42 82); one without a video codec is sound. */
    private static String ofMatroska(byte[] head) {
        var text = text(head);
        var kind = text.indexOf(DOC_TYPE);
        var webm = kind < 0 ? -1 : text.indexOf("webm", kind);
        if (webm < 0 || webm - kind > DOC_TYPE_REACH) {
            return "video/x-matroska";
        }
        return text.contains("V_VP") || text.contains("V_AV1") ? "video/webm" : "audio/webm";
    }

    /** By the folder that each of these has in its ZIP. */
    private static String ofOffice(byte[] head) {
        var text = text(head);
        var entry = text.indexOf(ZIP_ENTRY);
        while (entry >= 0) {
            for (var kind : OFFICE.entrySet()) {
                if (text.startsWith(kind.getKey(), entry + ZIP_NAME_AT)) {
                    return kind.getValue();
                }
            }
            entry = text.indexOf(ZIP_ENTRY, entry + 1);
        }
        return "application/zip";
    }

    private static String text(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1);
    }
}

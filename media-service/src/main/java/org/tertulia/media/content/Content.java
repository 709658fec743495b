package org.tertulia.media.content;

import java.util.Optional;
import org.tertulia.media.files.Media;
import org.tertulia.media.files.Preview;
import org.tertulia.media.files.Variant;
import org.tertulia.media.types.ContentType;

/**
 * A file in one form, as it is handed on.
 *
 * @param variant the form
 * @param objectKey where the bytes are in the store
 * @param bytes how many
 * @param contentType what browsers are told that it is
 * @param name what it is called when it is saved
 * @param tag its entity tag: other bytes have another
 */
record Content(
        Variant variant,
        String objectKey,
        long bytes,
        String contentType,
        String name,
        String tag) {

    /** Empty when the file has no such form. */
    static Optional<Content> of(Media media, Variant variant) {
        return variant == Variant.ORIGINAL
                ? Optional.of(original(media))
                : media.preview(variant).map(preview -> preview(media, preview));
    }

    private static Content original(Media media) {
        var original = media.original();
        return new Content(
                Variant.ORIGINAL,
                original.objectKey(),
                original.bytes(),
                safe(media.contentType()),
                media.name(),
                tag(media, Variant.ORIGINAL, original.bytes()));
    }

    private static Content preview(Media media, Preview preview) {
        return new Content(
                preview.variant(),
                preview.objectKey(),
                preview.bytes(),
                safe(preview.contentType()),
                media.name() + extension(preview.contentType()),
                tag(media, preview.variant(), preview.bytes()));
    }

    /** What is not known to be harmless is bytes to browsers, whatever it is to people. */
    private static String safe(String contentType) {
        return ContentType.isInline(contentType) ? contentType : ContentType.BYTES;
    }

    private static String extension(String contentType) {
        return "." + contentType.substring(contentType.indexOf('/') + 1).replace("jpeg", "jpg");
    }

    private static String tag(Media media, Variant variant, long bytes) {
        return "\"%d-%s-%x\"".formatted(media.original().revision(), variant.text(), bytes);
    }

    /** Whether browsers may show it where it stands. */
    boolean isInline() {
        return ContentType.isInline(contentType);
    }
}

package org.tertulia.media.files;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tertulia.media.metadata.Metadata;
import org.tertulia.media.types.ContentType;
import org.tertulia.media.types.MediaKind;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;

/**
 * A file.
 *
 * @param id the file
 * @param ownerId who uploaded it
 * @param kind what it is to people
 * @param state how far it is
 * @param name its name, for people
 * @param contentType its media type, by its content
 * @param original where its bytes are, and how many
 * @param appearance what it looks or sounds like
 * @param previews its previews, the smallest first
 * @param createdAt when its last byte came, UTC
 */
public record Media(
        MediaId id,
        UserId ownerId,
        MediaKind kind,
        MediaState state,
        String name,
        String contentType,
        Original original,
        Appearance appearance,
        List<Preview> previews,
        Instant createdAt) {

    /**
     * The bytes themselves.
     *
     * @param objectKey where they are in the store
     * @param bytes how many
     * @param revision 1 as it came; one more each time it was replaced
     * @param asItCame whether its sender wants nothing taken out of it
     */
    public record Original(String objectKey, long bytes, int revision, boolean asItCame) {

        /** Other bytes instead of these. */
        public Original replaced(String key, long length) {
            return new Original(key, length, revision + 1, asItCame);
        }
    }

    /** Keeps its own copy of the list. */
    public Media {
        previews = List.copyOf(previews);
    }

    /** A file whose last byte has just come. */
    public static Media uploaded(
            MediaId id,
            UserId ownerId,
            String name,
            ContentType type,
            Original original,
            Instant now) {
        return new Media(
                id,
                ownerId,
                type.kind(),
                isLookedInto(type, original) ? MediaState.PROCESSING : MediaState.NO_PREVIEW,
                name,
                type.mediaType(),
                original,
                Appearance.UNKNOWN,
                List.of(),
                now);
    }

    /** A mere file is not, unless something has to be taken out of it: telephones' pictures tell where they are from. */
    private static boolean isLookedInto(ContentType type, Original original) {
        var tells = Metadata.canTell(type.mediaType()) && !original.asItCame();
        return type.kind() != MediaKind.FILE || tells;
    }

    /** The keys of all its objects begin so. */
    public static String prefix(MediaId id) {
        return "media/" + id + "/";
    }

    /** The preview that is asked for, if there is one. */
    public Optional<Preview> preview(Variant variant) {
        return previews.stream().filter(preview -> preview.variant() == variant).findFirst();
    }

    /** The same, looked into. */
    public Media processed(
            MediaState outcome, Original stored, Appearance seen, List<Preview> made) {
        return new Media(
                id, ownerId, kind, outcome, name, contentType, stored, seen, made, createdAt);
    }
}

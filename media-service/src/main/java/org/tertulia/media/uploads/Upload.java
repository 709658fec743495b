package org.tertulia.media.uploads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tertulia.media.files.Media;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;

/**
 * An upload, and what is durable of it: whole parts, and after them pieces, which are objects of their own until they
 * are enough for a part. It has the id of the file that it becomes.
 *
 * @param id the upload, and the file
 * @param ownerId who uploads it
 * @param name cleaned name, for people
 * @param keepOriginal whether nothing is to be taken out of the file
 * @param bytes how long it will be
 * @param partSize how long each part is, but the last
 * @param multipartId what the store calls the parts together; null before the first, or when there is only one
 * @param partTags the tags of the parts, in their order
 * @param pieces what comes after the parts
 * @param state how far it is
 * @param expiresAt when it is given up
 */
record Upload(
        MediaId id,
        UserId ownerId,
        String name,
        boolean keepOriginal,
        long bytes,
        long partSize,
        @Nullable String multipartId,
        List<String> partTags,
        List<Piece> pieces,
        UploadState state,
        Instant expiresAt) {

    /** Bytes that are an object of their own. */
    record Piece(String key, long bytes) {}

    Upload {
        partTags = List.copyOf(partTags);
        pieces = List.copyOf(pieces);
    }

    /** How many bytes are durable: what the client is told. */
    long received() {
        return partsEnd() + pieceBytes();
    }

    /** How much of the next part is durable as pieces. */
    long pieceBytes() {
        return pieces.stream().mapToLong(Piece::bytes).sum();
    }

    private long partsEnd() {
        return Math.min(bytes, partTags.size() * partSize);
    }

    boolean isWhole() {
        return received() == bytes;
    }

    /** Whether it is short enough to be written as one object. */
    boolean isOnePart() {
        return bytes <= partSize;
    }

    /** How long the part is that comes next. */
    long nextPartBytes() {
        return Math.min(partSize, bytes - partsEnd());
    }

    int nextPart() {
        return partTags.size() + 1;
    }

    boolean isExpired(Instant now) {
        return state == UploadState.GONE
                || (state == UploadState.OPEN && expiresAt.isBefore(now) && !isWhole());
    }

    /** Where the whole of it goes. */
    String objectKey() {
        return Media.prefix(id) + "upload";
    }

    /** The keys of its pieces begin so. */
    String piecesPrefix() {
        return "uploads/" + id + "/";
    }

    /** The same, given up later. */
    Upload until(Instant later) {
        return new Upload(
                id,
                ownerId,
                name,
                keepOriginal,
                bytes,
                partSize,
                multipartId,
                partTags,
                pieces,
                state,
                later);
    }

    Upload withMultipart(@Nullable String given) {
        return changed(given, partTags, pieces);
    }

    /** The next part was written, of the pieces and what came after them. */
    Upload withPart(String tag) {
        var tags = new ArrayList<>(partTags);
        tags.add(tag);
        return changed(multipartId, tags, List.of());
    }

    Upload withPiece(Piece piece) {
        var all = new ArrayList<>(pieces);
        all.add(piece);
        return changed(multipartId, partTags, all);
    }

    private Upload changed(@Nullable String multipart, List<String> tags, List<Piece> after) {
        return new Upload(
                id,
                ownerId,
                name,
                keepOriginal,
                bytes,
                partSize,
                multipart,
                tags,
                after,
                state,
                expiresAt);
    }

    static List<Piece> pieces(String[] keys, Long[] sizes) {
        return IntStream.range(0, keys.length).mapToObj(i -> new Piece(keys[i], sizes[i])).toList();
    }
}

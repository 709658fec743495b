package org.tertulia.media.metadata;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * The boxes of films, sounds and pictures of the ISO base media file format (ISO/IEC 14496-12) and of QuickTime. What is
 * to go is written over with nothing where it stands: nothing else moves, so that all offsets stay right. What may stay
 * is named here: the places where cameras write where they are have many names ({@code ©xyz}, {@code loci}, {@code
 * mdta}, {@code uuid}, tracks of positions).
 */
final class BoxMetadata {

    private static final Set<String> KEPT =
            Set.of(
                    "ftyp", "styp", "moov", "mdat", "idat", "moof", "mfra", "sidx", "ssix", "wide",
                    "pdin");

    private static final Set<String> KEPT_OF_MOVIE = Set.of("mvhd", "trak", "mvex", "iods");
    private static final Set<String> KEPT_OF_TRACK = Set.of("tkhd", "edts", "mdia", "tapt");
    private static final Set<String> KEPT_OF_MEDIA = Set.of("mdhd", "hdlr", "minf", "elng");

    /** Tracks that are seen or heard; all others tell something beside. */
    private static final Set<String> KEPT_TRACKS = Set.of("vide", "soun", "auxv", "pict");

    /** A handler's kind stands so far into its box. */
    private static final int HANDLER = 8;

    private final Boxes boxes;

    private BoxMetadata(Boxes boxes) {
        this.boxes = boxes;
    }

    static void strip(Path from, Path to) throws IOException {
        Files.copy(from, to);
        try (var file = FileChannel.open(to, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var boxes = new Boxes(file);
            new BoxMetadata(boxes).strip(boxes.all());
        }
    }

    private void strip(List<Box> all) throws IOException {
        var isPicture = all.stream().noneMatch(box -> box.type().equals("moov"));
        if (all.isEmpty() || !all.getFirst().type().equals("ftyp") && isPicture) {
            throw new IOException("nothing made of boxes");
        }
        for (var box : all) {
            switch (box.type()) {
                case "moov" -> movie(box);
                case "meta" -> items(box, isPicture);
                default -> keepOnly(box, KEPT);
            }
        }
    }

    /** Pictures, and sequences of them, are described in here; of mere films only the makers are. */
    private void items(Box meta, boolean isPicture) throws IOException {
        if (isPicture || PictureItems.are(boxes, meta)) {
            new PictureItems(boxes).strip(meta);
        } else {
            boxes.blank(meta);
        }
    }

    private void movie(Box movie) throws IOException {
        for (var box : boxes.in(movie)) {
            switch (box.type()) {
                case "trak" -> track(box);
                case "mvhd" -> forgetTimes(box);
                // The whole movie box, compressed: nobody writes it any more, and it can not be
                // looked into here.
                case "cmov" -> throw new IOException("a compressed movie box");
                default -> keepOnly(box, KEPT_OF_MOVIE);
            }
        }
    }

    private void track(Box track) throws IOException {
        if (!KEPT_TRACKS.contains(handler(track))) {
            new TrackSamples(boxes).blank(track);
            boxes.blank(track);
            return;
        }
        for (var box : boxes.in(track)) {
            switch (box.type()) {
                case "tkhd" -> forgetTimes(box);
                case "mdia" -> media(box);
                default -> keepOnly(box, KEPT_OF_TRACK);
            }
        }
    }

    private void media(Box media) throws IOException {
        for (var box : boxes.in(media)) {
            if (box.type().equals("mdhd")) {
                forgetTimes(box);
            } else {
                keepOnly(box, KEPT_OF_MEDIA);
            }
        }
    }

    private String handler(Box track) throws IOException {
        var media = boxes.first(track, "mdia");
        var handler = media == null ? null : boxes.first(media, "hdlr");
        if (handler == null || handler.length() < HANDLER + 4) {
            throw new EOFException("a track of no kind");
        }
        return boxes.text(handler.body() + HANDLER);
    }

    private void keepOnly(Box box, Set<String> kept) throws IOException {
        if (!kept.contains(box.type())) {
            boxes.blank(box);
        }
    }

    /** When it was made, and changed, stands behind version and flags, in 32 bits each or, in version 1, in 64. */
    private void forgetTimes(Box box) throws IOException {
        var length = boxes.number(box.body(), 1) == 1 ? 16 : 8;
        boxes.zero(box.body() + 4, Math.min(box.end(), box.body() + 4 + length));
    }
}

package org.tertulia.media.metadata;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The items of a picture made of boxes (HEIF, ISO/IEC 23008-12; AVIF). The picture is made of items, and so are EXIF and
 * XMP: those are written over with nothing where they are.
 */
final class PictureItems {

    /** Version and flags. */
    private static final int FULL = 4;

    private static final int MAX_ITEMS = 100_000;

    /** EXIF, and whatever has a media type, as XMP has. */
    private static final Set<String> TELLING = Set.of("Exif", "mime", "uri ");

    /** Where an extent's offset is counted from. */
    private static final int FROM_FILE = 0;

    private static final int FROM_DATA = 1;

    private final Boxes boxes;

    PictureItems(Boxes boxes) {
        this.boxes = boxes;
    }

    /** Whether a box describes items at all. */
    static boolean are(Boxes boxes, Box meta) throws IOException {
        return boxes.number(meta.body(), 4) == 0 && find(boxes, meta, "iinf") != null;
    }

    void strip(Box meta) throws IOException {
        var infos = find(boxes, meta, "iinf");
        var places = find(boxes, meta, "iloc");
        if (infos == null || places == null) {
            throw new IOException("a picture without items");
        }
        var telling = telling(infos);
        var data = find(boxes, meta, "idat");
        new Places(places.body(), data, telling).blank();
        for (var box : boxes.in(meta, FULL)) {
            if (box.type().equals("uuid") || box.type().equals("udta")) {
                boxes.blank(box);
            }
        }
    }

    private static @Nullable Box find(Boxes boxes, Box meta, String type) throws IOException {
        return boxes.in(meta, FULL).stream()
                .filter(box -> box.type().equals(type))
                .findFirst()
                .orElse(null);
    }

    private Set<Long> telling(Box infos) throws IOException {
        var isShort = boxes.number(infos.body(), 1) == 0;
        var found = new HashSet<Long>();
        for (var info : boxes.in(infos, FULL + (isShort ? 2 : 4))) {
            var version = boxes.number(info.body(), 1);
            if (version < 2) {
                throw new IOException("an item of no type");
            }
            var width = version == 2 ? 2 : 4;
            var id = info.body() + FULL;
            if (TELLING.contains(boxes.text(id + width + 2))) {
                found.add(boxes.number(id, width));
            }
        }
        return found;
    }

    /** Walks over where each item is. */
    private final class Places {

        private final @Nullable Box data;
        private final Set<Long> telling;
        private final int version;
        private long at;

        Places(long at, @Nullable Box data, Set<Long> telling) throws IOException {
            this.at = at;
            this.data = data;
            this.telling = telling;
            this.version = (int) next(1);
            next(3);
        }

        void blank() throws IOException {
            var sizes = (int) next(2);
            var count = next(version < 2 ? 2 : 4);
            if (count > MAX_ITEMS) {
                throw new IOException("too many items");
            }
            for (var i = 0; i < count; i++) {
                item(sizes);
            }
        }

        private void item(int sizes) throws IOException {
            var isTelling = telling.contains(next(version < 2 ? 2 : 4));
            var method = version > 0 ? (int) next(2) & 0x0F : FROM_FILE;
            next(2);
            var base = next(sizes >> 4 & 0x0F);
            var extents = next(2);
            for (var i = 0; i < extents; i++) {
                next(version > 0 ? sizes & 0x0F : 0);
                var offset = base + next(sizes >> 12 & 0x0F);
                var length = next(sizes >> 8 & 0x0F);
                if (isTelling) {
                    zero(method, offset, length);
                }
            }
        }

        private void zero(int method, long offset, long length) throws IOException {
            var from = from(method) + offset;
            if (from < 0 || length <= 0) {
                throw new IOException("an item without an end");
            }
            boxes.zero(from, from + length);
        }

        private long from(int method) throws IOException {
            if (method == FROM_DATA && data != null) {
                return data.body();
            }
            if (method != FROM_FILE) {
                throw new IOException("an item made of items");
            }
            return 0;
        }

        private long next(int bytes) throws IOException {
            var number = boxes.number(at, bytes);
            at += bytes;
            return number;
        }
    }
}

package org.tertulia.media.metadata;

import java.io.IOException;

/**
 * What a track consists of. Only its box says where in the file that is: it is written over before the box is, or it
 * would stay there, found by whoever looks for it.
 */
final class TrackSamples {

    /** Version and flags. */
    private static final int FULL = 4;

    /** Of a track of positions: some in a second, for hours. */
    private static final long MAX_ENTRIES = 1_000_000;

    private final Boxes boxes;

    TrackSamples(Boxes boxes) {
        this.boxes = boxes;
    }

    /** Fragmented films have none here: their tracks of positions go with their boxes. */
    void blank(Box track) throws IOException {
        var media = boxes.first(track, "mdia");
        var information = media == null ? null : boxes.first(media, "minf");
        var table = information == null ? null : boxes.first(information, "stbl");
        if (table == null) {
            return;
        }
        var longOffsets = boxes.first(table, "co64");
        var offsets = longOffsets == null ? boxes.first(table, "stco") : longOffsets;
        var sizes = boxes.first(table, "stsz");
        var runs = boxes.first(table, "stsc");
        if (offsets != null && sizes != null && runs != null) {
            blank(offsets, longOffsets == null ? 4 : 8, sizes, runs);
        }
    }

    private void blank(Box offsets, int width, Box sizes, Box runs) throws IOException {
        var chunks = count(offsets, FULL);
        var run = 0L;
        var sample = 0L;
        for (var chunk = 1L; chunk <= chunks; chunk++) {
            while (run + 1 < count(runs, FULL) && entry(runs, run + 1, 0) <= chunk) {
                run++;
            }
            var samples = entry(runs, run, 4);
            var from = boxes.number(offsets.body() + FULL + 4 + (chunk - 1) * width, width);
            var length = 0L;
            for (var i = 0L; i < samples && sample < MAX_ENTRIES; i++) {
                length += size(sizes, sample++);
            }
            if (from > 0) {
                boxes.zero(from, from + length);
            }
        }
    }

    private long count(Box box, int own) throws IOException {
        var count = boxes.number(box.body() + own, 4);
        if (count > MAX_ENTRIES) {
            throw new IOException("a track of too many pieces");
        }
        return count;
    }

    /** Of the table of runs: its first chunk (0), or its samples in a chunk (4). */
    private long entry(Box runs, long index, int field) throws IOException {
        return boxes.number(runs.body() + FULL + 4 + index * 12 + field, 4);
    }

    /** All have the same, or each its own. */
    private long size(Box sizes, long sample) throws IOException {
        var same = boxes.number(sizes.body() + FULL, 4);
        if (same != 0) {
            return same;
        }
        if (sample >= count(sizes, FULL + 4)) {
            return 0;
        }
        return boxes.number(sizes.body() + FULL + 8 + sample * 4, 4);
    }
}

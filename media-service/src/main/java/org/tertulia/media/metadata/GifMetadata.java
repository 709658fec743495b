package org.tertulia.media.metadata;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The blocks of a GIF (version 89a). Comments, texts, and what applications added go; how often it repeats stays. */
final class GifMetadata {

    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;
    private static final int CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final int SCREEN_FLAGS = 10;
    private static final int SCREEN = 13;
    private static final int IMAGE_FLAGS = 8;
    private static final int IMAGE_HEAD = 9;
    private static final Set<String> LOOPS = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

    private GifMetadata() {}

    /** Writes the picture without it. A truncated one is ended properly. */
    static void strip(Path from, Path to) throws IOException {
        try (var in = ByteReader.of(from);
                var out = new BufferedOutputStream(Files.newOutputStream(to))) {
            var screen = in.next(SCREEN);
            if (!new String(screen, 0, 3, StandardCharsets.ISO_8859_1).equals("GIF")) {
                throw new IOException("no GIF");
            }
            out.write(screen);
            copyColours(screen[SCREEN_FLAGS], in, out);
            copyBlocks(in, out);
            out.write(TRAILER);
        }
    }

    private static void copyBlocks(ByteReader in, OutputStream out) throws IOException {
        var images = 0;
        try {
            for (var block = in.next(); block != TRAILER; block = in.next()) {
                if (block == IMAGE) {
                    images++;
                    copyImage(in, out);
                } else if (block == EXTENSION) {
                    copyExtension(in, out);
                } else {
                    throw new IOException("a block that nobody knows");
                }
            }
        } catch (EOFException truncated) {
            if (images == 0) {
                throw truncated;
            }
        }
    }

    private static void copyImage(ByteReader in, OutputStream out) throws IOException {
        var head = in.next(IMAGE_HEAD);
        out.write(IMAGE);
        out.write(head);
        copyColours(head[IMAGE_FLAGS], in, out);
        out.write(in.next());
        copyStretches(in, out);
    }

    private static void copyExtension(ByteReader in, OutputStream out) throws IOException {
        var label = in.next();
        var first = in.next(in.next());
        var isLoop =
                label == APPLICATION
                        && LOOPS.contains(new String(first, StandardCharsets.ISO_8859_1));
        var isKept = label == CONTROL || isLoop;
        var to = isKept ? out : OutputStream.nullOutputStream();
        to.write(EXTENSION);
        to.write(label);
        to.write(first.length);
        to.write(first);
        if (first.length > 0) {
            copyStretches(in, to);
        }
    }

    /** Of at most 255 bytes each; an empty one is the last. */
    private static void copyStretches(ByteReader in, OutputStream out) throws IOException {
        for (var length = in.next(); ; length = in.next()) {
            out.write(length);
            if (length == 0) {
                return;
            }
            in.copy(length, out);
        }
    }

    private static void copyColours(byte flags, ByteReader in, OutputStream out)
            throws IOException {
        if ((flags & 0x80) != 0) {
            in.copy(3L << (flags & 0x07) + 1, out);
        }
    }
}

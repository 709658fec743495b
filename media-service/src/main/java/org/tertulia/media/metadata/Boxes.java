package org.tertulia.media.metadata;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The boxes of a file that can be written to. */
final class Boxes {

    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;
    private static final int BUFFER = 64 * 1024;

    /** Side by side; a film of hours in fragments has some tens of thousands. */
    private static final int MAX_BOXES = 200_000;

    private final FileChannel file;
    private long zeroed;

    Boxes(FileChannel file) {
        this.file = file;
    }

    /** Those that are in no other; the sound and pictures may be cut off. */
    List<Box> all() throws IOException {
        return between(0, file.size(), true);
    }

    /** Those that are in {@code box}. */
    List<Box> in(Box box) throws IOException {
        return between(box.body(), box.end(), false);
    }

    /** Those that are in {@code box} behind so many bytes of its own. */
    List<Box> in(Box box, int own) throws IOException {
        return between(box.body() + own, box.end(), false);
    }

    /** Null when there is none. */
    @Nullable Box first(Box in, String type) throws IOException {
        return in(in).stream().filter(box -> box.type().equals(type)).findFirst().orElse(null);
    }

    private List<Box> between(long from, long to, boolean mayBeCutOff) throws IOException {
        var found = new ArrayList<Box>();
        for (var at = from; at + HEAD <= to; ) {
            var box = at(at, to, mayBeCutOff);
            found.add(box);
            if (found.size() > MAX_BOXES) {
                throw new IOException("too many boxes");
            }
            at = box.end();
        }
        return found;
    }

    private Box at(long at, long to, boolean mayBeCutOff) throws IOException {
        var size = number(at, 4);
        var type = text(at + 4);
        var head = size == 1 ? LONG_HEAD : HEAD;
        if (at + head > to) {
            throw new EOFException("a box is cut off");
        }
        var length = size == 1 ? number(at + HEAD, 8) : size == 0 ? to - at : size;
        if (length < head) {
            throw new IOException("a box that is too short");
        }
        if (length > to - at) {
            if (!mayBeCutOff || !type.equals("mdat")) {
                throw new EOFException("a box is cut off");
            }
            length = to - at;
        }
        return new Box(type, at, at + head, at + length);
    }

    /** A number of so many bytes, at most 8, the greatest one first. */
    long number(long at, int bytes) throws IOException {
        var found = read(at, bytes);
        var number = 0L;
        while (found.hasRemaining()) {
            number = number << 8 | found.get() & 0xFF;
        }
        return number;
    }

    /** Four letters. */
    String text(long at) throws IOException {
        return new String(read(at, 4).array(), StandardCharsets.ISO_8859_1);
    }

    ByteBuffer read(long at, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException("the file is cut off");
            }
        }
        return bytes.flip();
    }

    /** Makes a box one that says nothing, of the same length. */
    void blank(Box box) throws IOException {
        write(box.at() + 4, ByteBuffer.wrap("free".getBytes(StandardCharsets.ISO_8859_1)));
        zero(box.body(), box.end());
    }

    /** Writes nothing over these bytes; those behind the end of the file are not there. */
    void zero(long from, long to) throws IOException {
        var last = Math.min(to, file.size());
        zeroed += Math.max(0, last - from);
        if (zeroed > 2 * file.size()) {
            // Tables of a stranger, which name the same bytes again and again.
            throw new IOException("more to take out than there is");
        }
        for (var at = from; at < last; at += BUFFER) {
            write(at, ByteBuffer.allocate((int) Math.min(BUFFER, last - at)));
        }
    }

    private void write(long at, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes, at + bytes.position());
        }
    }
}

package org.tertulia.media.metadata;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a file byte by byte, and copies stretches of it. For one thread; the JDK's streams take a lock for every byte,
 * and a picture has many.
 */
final class ByteReader implements Closeable {

    private static final int SIZE = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[SIZE];
    private int at;
    private int end;

    private ByteReader(InputStream in) {
        this.in = in;
    }

    static ByteReader of(Path file) throws IOException {
        return new ByteReader(Files.newInputStream(file));
    }

    /** The next byte, 0 to 255. Fails with {@link EOFException} behind the last one. */
    int next() throws IOException {
        fill();
        return buffer[at++] & 0xFF;
    }

    /** The next two bytes, the greater one first. */
    int nextShort() throws IOException {
        return next() << 8 | next();
    }

    /** The next four bytes, the greatest one first. */
    int nextInt() throws IOException {
        return nextShort() << 16 | nextShort();
    }

    byte[] next(int length) throws IOException {
        var bytes = new byte[length];
        for (var done = 0; done < length; ) {
            fill();
            var stretch = Math.min(length - done, end - at);
            System.arraycopy(buffer, at, bytes, done, stretch);
            at += stretch;
            done += stretch;
        }
        return bytes;
    }

    /** Copies so many bytes. */
    void copy(long length, OutputStream out) throws IOException {
        for (var left = length; left > 0; ) {
            fill();
            var stretch = (int) Math.min(left, end - at);
            out.write(buffer, at, stretch);
            at += stretch;
            left -= stretch;
        }
    }

    void skip(long length) throws IOException {
        copy(length, OutputStream.nullOutputStream());
    }

    /** Copies up to the next {@code 0xFF}, which is the next byte then. */
    void copyUntilFf(OutputStream out) throws IOException {
        while (true) {
            fill();
            var from = at;
            while (at < end && buffer[at] != (byte) 0xFF) {
                at++;
            }
            out.write(buffer, from, at - from);
            if (at < end) {
                return;
            }
        }
    }

    private void fill() throws IOException {
        if (at < end) {
            return;
        }
        at = 0;
        end = Math.max(0, in.read(buffer));
        if (end == 0) {
            throw new EOFException("the file is cut off");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

package org.tertulia.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines of bytes that end with a line feed, a carriage return before it or not. */
final class LineReader {
    private final InputStream in;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line without its end; of more than {@code max} bytes the first ones. Null at the end. */
    byte @Nullable [] next(int max) throws IOException {
        var line = new ByteArrayOutputStream();
        var read = in.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            if (line.size() < max) {
                line.write(read);
            }
            read = in.read();
        }
        var bytes = line.toByteArray();
        var end = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? 1 : 0;
        return Arrays.copyOf(bytes, bytes.length - end);
    }
}

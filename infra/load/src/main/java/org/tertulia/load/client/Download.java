package org.tertulia.load.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;

/**
 * An answer whose body is still coming.
 *
 * @param status the status code
 * @param headers its headers
 * @param body to be read, and closed
 */
public record Download(int status, HttpHeaders headers, InputStream body) implements AutoCloseable {

    /** Reads it to its end; gives how many bytes came. */
    public long drain() {
        try {
            var buffer = new byte[64 << 10];
            var all = 0L;
            for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                all += read;
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.tertulia.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import org.tertulia.test.TestTokens;

/** A request with a body that is sent by hand: slowly, or not to its end. */
final class RawUpload implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    private RawUpload(Socket socket) {
        this.socket = socket;
    }

    /** Begins to send so many bytes to an upload. */
    static RawUpload patch(int port, Uploader who, String upload, long offset, long length) {
        return begin(
                port,
                who,
                "PATCH " + upload,
                length,
                "Upload-Offset: " + offset + "\r\nContent-Type: " + Uploader.BYTES + "\r\n");
    }

    /** Begins to create an upload with so many bytes at once. */
    static RawUpload creation(int port, Uploader who, long length) {
        return begin(
                port,
                who,
                "POST " + Uploader.UPLOADS,
                length,
                "Upload-Length: " + length + "\r\nContent-Type: " + Uploader.BYTES + "\r\n");
    }

    private static RawUpload begin(
            int port, Uploader who, String line, long length, String headers) {
        try {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            var raw = new RawUpload(socket);
            raw.send(
                    """
                    %s HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Authorization: %s\r
                    Tus-Resumable: 1.0.0\r
                    Content-Length: %d\r
                    %s\r
                    """
                            .formatted(line, TestTokens.bearer(who.id()), length, headers)
                            .getBytes(ISO_8859_1));
            return raw;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void send(byte[] content) {
        try {
            socket.getOutputStream().write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status of the answer. */
    int status() {
        try {
            var reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            return Integer.parseInt(reader.readLine().split(" ")[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks the connection: nothing more is said, nothing more is heard. */
    void cut() {
        close();
    }

    /** Breaks the connection as a crash does. */
    void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

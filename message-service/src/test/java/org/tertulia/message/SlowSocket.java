package org.tertulia.message;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that connects, reads the answer to its upgrade, and no frame until it is told to. */
public final class SlowSocket implements AutoCloseable {

    private static final int CLOSE = 8;

    private final Socket socket = new Socket();

    public SlowSocket(int port, TestPerson person) {
        try {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.setSoTimeout(15_000);
            var request =
                    """
                    GET /api/v1/realtime HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Connection: Upgrade\r
                    Upgrade: websocket\r
                    Sec-WebSocket-Version: 13\r
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                    Sec-WebSocket-Protocol: tertulia.v1\r
                    Authorization: %s\r
                    \r
                    """
                            .formatted(person.bearer());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            skipHandshake(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a frame of any kind; masked, as a client must. */
    public void send(int opcode, byte[] payload) {
        try {
            var frame = new java.io.ByteArrayOutputStream();
            frame.write(0x80 | opcode);
            if (payload.length < 126) {
                frame.write(0x80 | payload.length);
            } else if (payload.length < 65536) {
                frame.write(0x80 | 126);
                frame.write(payload.length >> 8);
                frame.write(payload.length);
            } else {
                frame.write(0x80 | 127);
                frame.write(java.nio.ByteBuffer.allocate(8).putLong(payload.length).array());
            }
            frame.write(new byte[4]);
            frame.write(payload);
            socket.getOutputStream().write(frame.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads to the end; the close code it ends with. */
    public int readToTheClose() {
        try {
            var in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
            while (true) {
                var opcode = in.readUnsignedByte() & 0x0F;
                var payload = in.readNBytes(length(in));
                if (opcode == CLOSE) {
                    return ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void skipHandshake(InputStream in) throws IOException {
        var end = 0;
        while (end < 4) {
            var c = in.read();
            end = (end % 2 == 0 ? c == '\r' : c == '\n') ? end + 1 : 0;
        }
    }

    private static int length(DataInputStream in) throws IOException {
        var length = in.readUnsignedByte() & 0x7F;
        return switch (length) {
            case 126 -> in.readUnsignedShort();
            case 127 -> Math.toIntExact(in.readLong());
            default -> length;
        };
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

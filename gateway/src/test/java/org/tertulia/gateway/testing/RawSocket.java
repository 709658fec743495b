package org.tertulia.gateway.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One end of a connection, byte by byte, with small buffers of its own. */
public final class RawSocket implements AutoCloseable {

    private static final int PATIENCE_MS = 5_000;
    private static final int SMALL = 256 * 1024;
    private static final String END_OF_LINE = "\r\n";

    /** The accept to the key of {@link #asking} (RFC 6455, section 1.3). */
    private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

    private final Socket socket;

    private RawSocket(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MS);
        socket.setTcpNoDelay(true);
    }

    /** A client of the gateway on this port. */
    public static RawSocket to(int port) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(SMALL);
        socket.setSendBufferSize(SMALL);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return new RawSocket(socket);
    }

    /** A client that asks the gateway on this port for a WebSocket, with these headers besides. */
    public static RawSocket asking(int port, String... headers) throws IOException {
        var client = to(port);
        client.write(
                http(
                        List.of(
                                "GET /api/v1/realtime HTTP/1.1",
                                "Host: 127.0.0.1",
                                "Upgrade: websocket",
                                "Connection: Upgrade",
                                "Sec-WebSocket-Version: 13",
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="),
                        headers));
        return client;
    }

    /** A server whose connections hold little. */
    public static ServerSocket server() throws IOException {
        var server = new ServerSocket();
        server.setReceiveBufferSize(SMALL);
        server.setSoTimeout(PATIENCE_MS);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return server;
    }

    /** The next connection to {@code server}. */
    public static RawSocket acceptedBy(ServerSocket server) throws IOException {
        var socket = server.accept();
        socket.setSendBufferSize(SMALL);
        return new RawSocket(socket);
    }

    /** What a service answers to {@link #asking}, with these headers besides. */
    public static byte[] upgrade(String... headers) {
        return http(
                List.of(
                        "HTTP/1.1 101 Switching Protocols",
                        "Upgrade: websocket",
                        "Connection: upgrade",
                        "Sec-WebSocket-Accept: " + ACCEPT),
                headers);
    }

    /** The head of a request or an answer: its first line and these headers. */
    public static byte[] head(String first, String... headers) {
        return http(List.of(first), headers);
    }

    private static byte[] http(List<String> first, String... more) {
        var lines = new ArrayList<>(first);
        lines.addAll(List.of(more));
        return (String.join(END_OF_LINE, lines) + END_OF_LINE + END_OF_LINE)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Writes these together; waits for as long as the other side takes nothing. */
    public void write(byte[]... parts) throws IOException {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.write(part);
        }
        socket.getOutputStream().write(all.toByteArray());
    }

    /** Reads up to and with the empty line after the headers. */
    public String readHead() throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith(END_OF_LINE + END_OF_LINE)) {
            var next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("Ended after: " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** Reads so many bytes, or fewer when the other side ends before. */
    public byte[] read(int length) throws IOException {
        return socket.getInputStream().readNBytes(length);
    }

    /** Reads until the other side ends. */
    public byte[] readAll() throws IOException {
        return socket.getInputStream().readAllBytes();
    }

    /** Says no more, and still listens. */
    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Goes away without a word: the other side is reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

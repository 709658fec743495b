package org.tertulia.gateway.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A service that dies while it answers: it says so much and closes the connection. */
public final class HalfAnswer implements AutoCloseable {

    private final ServerSocket server;
    private final byte[] said;

    private HalfAnswer(String said) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.said = said.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
        Thread.ofVirtual().start(this::serve);
    }

    /** One that promises a thousand bytes and sends these. */
    public static HalfAnswer of(String body) throws IOException {
        return new HalfAnswer("HTTP/1.1 200 OK\nContent-Length: 1000\n\n" + body);
    }

    /** Where it listens. */
    public int port() {
        return server.getLocalPort();
    }

    private void serve() {
        try {
            while (true) {
                try (var connection = server.accept()) {
                    answer(connection);
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void answer(Socket connection) throws IOException {
        var request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            request.append((char) connection.getInputStream().read());
        }
        connection.getOutputStream().write(said);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

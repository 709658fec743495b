package org.tertulia.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** Ports that nobody serves. */
public final class ClosedPort implements AutoCloseable {

    private final ServerSocket server;
    private final List<Socket> fillers = new ArrayList<>();

    private ClosedPort(ServerSocket server) {
        this.server = server;
    }

    /** A port on which connections are refused. */
    public static int refusing() {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return server.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that does not even answer that it takes no connection: its queue is full. */
    public static ClosedPort silent() throws IOException {
        var port = new ClosedPort(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        for (var i = 0; i < 4; i++) {
            var filler = new Socket();
            port.fillers.add(filler);
            try {
                filler.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port.port()), 200);
            } catch (SocketTimeoutException full) {
                return port;
            }
        }
        throw new IllegalStateException("The queue never fills up.");
    }

    /** Its number. */
    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (var filler : fillers) {
            filler.close();
        }
        server.close();
    }
}

package org.tertulia.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between the service and its store, and can be shut: then the store is away. */
final class StoreDoor implements AutoCloseable {

    private final URI store;
    private final int port;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private ServerSocket door;

    private StoreDoor(URI store, ServerSocket door) {
        this.store = store;
        this.door = door;
        this.port = door.getLocalPort();
        pass(door);
    }

    /** An open door before this store. */
    static StoreDoor before(String endpoint) {
        return new StoreDoor(URI.create(endpoint), listening(0));
    }

    /** Where the store is found. */
    String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    synchronized void open() {
        door = listening(port);
        pass(door);
    }

    synchronized void shut() {
        try {
            door.close();
            for (var connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        shut();
    }

    private static ServerSocket listening(int port) {
        try {
            return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pass(ServerSocket open) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            while (!open.isClosed()) {
                                accept(open);
                            }
                        });
    }

    private void accept(ServerSocket open) {
        try {
            var client = open.accept();
            var server = new Socket(InetAddress.getLoopbackAddress(), store.getPort());
            connections.add(client);
            connections.add(server);
            if (open.isClosed()) {
                end(client, server);
                return;
            }
            Thread.ofVirtual().start(() -> copy(client, server));
            Thread.ofVirtual().start(() -> copy(server, client));
        } catch (IOException shut) {
            // Nobody gets through any more.
        }
    }

    private void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException shut) {
            // The other direction ends as well.
        } finally {
            end(from, to);
        }
    }

    private void end(Socket... ended) {
        for (var socket : ended) {
            connections.remove(socket);
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

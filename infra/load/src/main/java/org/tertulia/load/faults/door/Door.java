package org.tertulia.load.faults.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A port of this machine that leads to another one of it, and that can be cut: an application on one
 * side and a server on the other see what a bad network would show them. Listens on the loopback
 * address only. Connections are passed on as they are; cuts concern all that there are.
 */
public final class Door implements AutoCloseable {
    private static final Duration LATE = Duration.ofMillis(150);

    private final ServerSocket listener;
    private final int beyond;
    private final Weather weather = new Weather();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();

    private Door(ServerSocket listener, int beyond) {
        this.listener = listener;
        this.beyond = beyond;
    }

    /**
     * Begins to listen.
     *
     * @param port where; 0 for any that is free
     * @param beyond the port it leads to; nobody needs to listen there yet
     */
    public static Door open(int port, int beyond) {
        try {
            var listener = new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
            var door = new Door(listener, beyond);
            Thread.ofPlatform().daemon().name("door " + beyond).start(door::serve);
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on port " + port, e);
        }
    }

    /** Where it listens. */
    public int port() {
        return listener.getLocalPort();
    }

    /** How many connections there are. */
    public int connections() {
        return links.size();
    }

    /** Something that goes on until it is closed. */
    public interface Cut extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Cuts the connections, and returns when it is over.
     *
     * @param length how long; a reset takes no time
     */
    public void cut(CutKind kind, Duration length) throws InterruptedException {
        try (var unused = begin(kind)) {
            Thread.sleep(length);
        }
    }

    /** Begins to cut the connections. */
    public Cut begin(CutKind kind) {
        return switch (kind) {
            case RESET -> {
                resetAll();
                yield () -> {};
            }
            case REFUSE -> {
                weather.refuse(1);
                resetAll();
                yield () -> weather.refuse(-1);
            }
            case SILENCE -> {
                weather.silence(1);
                yield () -> weather.silence(-1);
            }
            case LOST_ANSWERS -> {
                weather.loseAnswers(1);
                yield this::dropAnswers;
            }
            case DELAY -> {
                weather.delayBy(LATE);
                yield () -> weather.delayBy(Duration.ZERO);
            }
        };
    }

    /** What was held up does not come any more: the connections end first. */
    private void dropAnswers() {
        resetAll();
        weather.loseAnswers(-1);
    }

    private void resetAll() {
        List.copyOf(links).forEach(Link::reset);
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException("A door ends", e);
            }
        }
    }

    private void connect(Socket client) {
        if (weather.isRefusing()) {
            Link.reset(client);
            return;
        }
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), beyond);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            follow(new Link(client, server, weather));
        } catch (IOException e) {
            // Nobody is beyond the door: to the client that is a connection that breaks.
            Link.reset(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Link link) throws InterruptedException {
        links.add(link);
        try {
            link.run();
        } finally {
            links.remove(link);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        resetAll();
    }
}

package org.tertulia.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Semaphore;

/** Takes mails on a port of the loopback address, each connection on a virtual thread of its own. */
final class SmtpListener implements AutoCloseable {
    private static final int MAX_CONNECTIONS = 16;
    private static final int PATIENCE_MILLIS = 30_000;

    private final ServerSocket socket = new ServerSocket();
    private final Semaphore free = new Semaphore(MAX_CONNECTIONS);
    private final Mailbox mailbox;

    /**
     * Listens from now on.
     *
     * @param port 0 for any
     */
    SmtpListener(int port, Mailbox mailbox) throws IOException {
        this.mailbox = mailbox;
        // Whoever comes back after a restart need not wait for connections that are over.
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread.ofVirtual().name("smtp").start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                if (free.tryAcquire()) {
                    Thread.ofVirtual().start(() -> serve(connection));
                } else {
                    connection.close();
                }
            } catch (IOException _) {
                // Closed, or somebody who came and went: the loop's condition tells which.
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout(PATIENCE_MILLIS);
            connection.setTcpNoDelay(true);
            new SmtpSession(connection, mailbox).run();
        } catch (IOException _) {
            // Whoever brought it is gone, and knows that it was not taken.
        } finally {
            free.release();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package org.tertulia.load.faults.door;

import java.io.IOException;
import java.net.Socket;
import org.tertulia.load.faults.door.Weather.Way;

/** One connection through a door: two threads that pass bytes on, each in one direction. */
final class Link {
    private static final int BUFFER_BYTES = 16 << 10;

    private final Socket client;
    private final Socket server;
    private final Weather weather;

    Link(Socket client, Socket server, Weather weather) {
        this.client = client;
        this.server = server;
        this.weather = weather;
    }

    /** Passes bytes on until both sides have ended or the connection is reset. */
    void run() throws InterruptedException {
        var back = Thread.ofVirtual().start(() -> pass(server, client, Way.TO_CLIENT));
        pass(client, server, Way.TO_SERVER);
        back.join();
        reset();
    }

    private void pass(Socket from, Socket to, Way way) {
        var buffer = new byte[BUFFER_BYTES];
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                Thread.sleep(weather.awaitPassing(way));
                out.write(buffer, 0, read);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reset();
        }
    }

    /** Ends it at once, on both sides, as a broken network does. */
    void reset() {
        reset(client);
        reset(server);
    }

    static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It has ended already, which is what was wanted.
            return;
        }
    }
}

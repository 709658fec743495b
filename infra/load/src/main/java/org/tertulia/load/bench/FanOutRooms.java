package org.tertulia.load.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rooms that a fan-out is measured in. Closing them ends the servers that were started for it. */
final class FanOutRooms implements AutoCloseable {
    private final List<Room> rooms = new ArrayList<>();

    /**
     * The suite's room and the baseline's.
     *
     * @param suite open already, and closed with the others
     */
    FanOutRooms(Room suite, int sockets) throws InterruptedException {
        rooms.add(suite);
        try (var _ = KeepAlive.of(List.of(suite))) {
            rooms.add(BroadcastRoom.baseline(sockets));
        } catch (InterruptedException | RuntimeException e) {
            suite.close();
            throw e;
        }
    }

    /** Adds those peers that are to be had here, and says of the others why not. */
    void add(Set<Peer> peers, Path folder, int sockets, PrintWriter out)
            throws InterruptedException {
        for (var peer : peers) {
            // Opening the one before may just not have taken so long that they got a sign of life.
            rooms.forEach(Room::keepAlive);
            try (var _ = KeepAlive.of(List.copyOf(rooms))) {
                rooms.add(peer.open(folder, sockets));
            } catch (PeerMissing e) {
                out.printf("Without %s: %s.%n", peer, e.getMessage());
                out.flush();
            }
        }
    }

    List<Room> all() {
        return rooms;
    }

    @Override
    public void close() {
        rooms.forEach(Room::close);
    }
}

package org.tertulia.load.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What sockets take on which nothing happens but heartbeats.
 *
 * @param sockets how many there are more than before
 * @param people whose they are
 * @param before each process without them
 * @param after each process with them
 * @param perSocket the growth, divided by the sockets; {@value #TOGETHER} is the sum of all
 * @param steady whether the memory did not grow any more when it was read
 */
record IdleResult(
        int sockets,
        int people,
        Map<String, Footprint> before,
        Map<String, Footprint> after,
        Map<String, Footprint> perSocket,
        boolean steady) {

    static final String TOGETHER = "together";

    /** Works out what one socket takes. */
    static IdleResult of(
            int sockets,
            int people,
            Map<String, Footprint> before,
            Map<String, Footprint> after,
            boolean steady) {
        var perSocket = new LinkedHashMap<String, Footprint>();
        before.forEach(
                (name, without) ->
                        perSocket.put(
                                name, share(without, after.getOrDefault(name, without), sockets)));
        var together =
                new Footprint(
                        perSocket.values().stream().mapToLong(Footprint::resident).sum(),
                        perSocket.values().stream().mapToLong(Footprint::heap).sum());
        perSocket.put(TOGETHER, together);
        return new IdleResult(sockets, people, before, after, perSocket, steady);
    }

    private static Footprint share(Footprint without, Footprint with, int sockets) {
        return new Footprint(
                (with.resident() - without.resident()) / sockets,
                (with.heap() - without.heap()) / sockets);
    }
}

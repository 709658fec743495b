package org.tertulia.load.bench;

import java.nio.file.Path;

/** Servers of others that the suite may be compared with. */
enum Peer {
    /** A broadcast with the {@code ws} package of Node.js. */
    WS {
        @Override
        Room open(Path folder, int sockets) throws InterruptedException {
            return NodePeer.open(folder, sockets);
        }
    },
    /** A room of Debian's ejabberd. */
    EJABBERD {
        @Override
        Room open(Path folder, int sockets) throws InterruptedException {
            return XmppRoom.open(sockets);
        }
    };

    /**
     * Starts the server and opens the sockets.
     *
     * @param folder the module's folder of peers
     * @throws PeerMissing when it is not to be had on this machine
     * @throws BenchFailure when it does not start
     */
    abstract Room open(Path folder, int sockets) throws InterruptedException;
}

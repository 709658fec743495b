package org.tertulia.load.bench;

/** A peer is not to be had on this machine; the message says what would bring it. */
final class PeerMissing extends RuntimeException {
    PeerMissing(String message) {
        super(message);
    }
}

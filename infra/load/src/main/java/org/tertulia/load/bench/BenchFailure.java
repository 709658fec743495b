package org.tertulia.load.bench;

/** The bench cannot go on; the message says why in words for the person who runs it. */
final class BenchFailure extends RuntimeException {
    BenchFailure(String message) {
        super(message);
    }
}

package org.tertulia.load.bench;

/** Somewhere files are put and got from; each lane is used by one thread at a time. */
interface Shelf {
    /** Puts a file there, piece by piece, each when the one before is acknowledged; gives what it is found by. */
    String put(int lane, MediaPlan plan, byte[] piece);

    /** Reads a file to its end; gives how many bytes came. */
    long get(int lane, String key);

    /** Takes a file away. */
    void remove(int lane, String key);
}

package org.tertulia.load.bench;

/** A place with many sockets, each of which gets everything that is said. */
interface Room extends AutoCloseable {
    /** What it is called in tables. */
    String name();

    /** Says one text to all; does not wait. */
    void say(String text);

    /** Receipts count for this round from now on. */
    void enter(Round round);

    /**
     * Does what keeps the connections alive; called before a round, and while others open or are measured, never by two
     * threads at once.
     */
    void keepAlive();

    /** What has gone wrong so far, in words; empty when nothing has. */
    String trouble();

    @Override
    void close();
}

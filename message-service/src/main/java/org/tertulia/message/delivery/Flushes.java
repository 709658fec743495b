package org.tertulia.message.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

/**
 * The sockets of an event loop that were written to and not flushed yet. What is written to one of them in
 * a turn of the loop goes out together. Only that loop touches it.
 */
final class Flushes {

    private final Executor loop;
    private final IntConsumer flushed;
    private List<Outgoing> written = new ArrayList<>();

    /** Of {@code loop}; {@code flushed} is told how many sockets were flushed at a time. */
    Flushes(Executor loop, IntConsumer flushed) {
        this.loop = loop;
        this.flushed = flushed;
    }

    /** Flushes {@code socket} after the work that the loop has at present. */
    void add(Outgoing socket) {
        if (written.isEmpty()) {
            loop.execute(this::flush);
        }
        written.add(socket);
    }

    private void flush() {
        var sockets = written;
        written = new ArrayList<>();
        sockets.forEach(Outgoing::flush);
        flushed.accept(sockets.size());
    }
}

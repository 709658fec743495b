package org.tertulia.message.delivery;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.tertulia.message.translationrequests.ChatReaders;
import org.tertulia.starter.id.UserId;

/**
 * Asks all event loops in which languages the connections that follow a chat want to read it. One that drops what it was
 * asked, since its inbox overflows, never answers; then the poll comes to nothing. Safe for many threads.
 */
final class ReaderPoll {

    private final ChatReaders readers = new ChatReaders();
    private final AtomicInteger outstanding;
    private final Consumer<ChatReaders> done;

    /** Asks so many loops; {@code done} is called by whoever answers last, once, and never when there are none. */
    ReaderPoll(int loops, Consumer<ChatReaders> done) {
        this.outstanding = new AtomicInteger(loops);
        this.done = done;
    }

    void add(String language, UserId person) {
        readers.add(language, person);
    }

    /** A loop has asked all of its connections, or has no time to. */
    void answered() {
        if (outstanding.decrementAndGet() == 0) {
            done.accept(readers);
        }
    }
}

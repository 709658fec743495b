package org.tertulia.mail;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The newest mails; those before go. Safe for use by several threads. */
public final class Mailbox {
    static final int MAX_MAILS = 200;
    static final long MAX_BYTES = 16L << 20;

    private final Deque<CaughtMail> mails = new ArrayDeque<>();
    private final Clock clock;
    private long lastId;
    private long bytes;

    Mailbox(Clock clock) {
        this.clock = clock;
    }

    /** Keeps a mail. */
    synchronized void add(String from, List<String> to, byte[] source) {
        lastId++;
        bytes += source.length;
        mails.addFirst(new CaughtMail(lastId, clock.instant(), from, to, source));
        while (mails.size() > MAX_MAILS || bytes > MAX_BYTES) {
            bytes -= mails.removeLast().source().length;
        }
    }

    /** The newest first. */
    public synchronized List<CaughtMail> mails() {
        return new ArrayList<>(mails);
    }

    /** One of those that are kept. */
    public synchronized Optional<CaughtMail> find(long id) {
        return mails.stream().filter(it -> it.id() == id).findFirst();
    }

    /** Forgets all of them. */
    public synchronized void clear() {
        mails.clear();
        bytes = 0;
    }
}

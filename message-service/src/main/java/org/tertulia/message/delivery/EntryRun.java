package org.tertulia.message.delivery;

import java.util.ArrayList;
import java.util.List;

/**
 * Entries of one chat that came together and follow each other in its log, none of which changes who its members are.
 * Whoever has everything before them gets all of them in one write.
 */
final class EntryRun {

    /** What one write has at most: half of what a socket's own buffer may hold. */
    private static final int MAX_BYTES = 64 * 1024;

    private final List<LiveEntry> entries = new ArrayList<>();
    private int bytes;
    private long announced;

    /** Begins with {@code entry}; {@code announced} says whether it came by the topic. */
    EntryRun(LiveEntry entry, boolean announced) {
        append(entry, announced);
    }

    /** Takes an entry that is the next one, or one of these once more; false when it is neither. */
    boolean take(LiveEntry entry, boolean announced) {
        if (entry.seq() >= first() && entry.seq() <= last()) {
            announce(entry, announced);
            return true;
        }
        if (entry.seq() != last() + 1 || bytes + entry.frame().length > MAX_BYTES) {
            return false;
        }
        append(entry, announced);
        return true;
    }

    private void append(LiveEntry entry, boolean announced) {
        entries.add(entry);
        bytes += entry.frame().length;
        announce(entry, announced);
    }

    private void announce(LiveEntry entry, boolean now) {
        if (now) {
            announced = Math.max(announced, entry.seq());
        }
    }

    long first() {
        return entries.getFirst().seq();
    }

    long last() {
        return entries.getLast().seq();
    }

    /**
     * Up to where these came by the topic, in its order; 0 when none did. The others are going to: whoever can not use
     * them yet need not ask for them.
     */
    long announced() {
        return announced;
    }

    /** The texts of those behind {@code seq}, which is at most one before the first. */
    List<byte[]> textsAfter(long seq) {
        return entries.subList((int) (seq + 1 - first()), entries.size()).stream()
                .map(LiveEntry::frame)
                .toList();
    }
}

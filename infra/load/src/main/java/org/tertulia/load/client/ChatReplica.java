package org.tertulia.load.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tertulia.contracts.message.LogEntry;

/**
 * What a client has of one chat's log: every entry after {@code start} up to {@link #position()}, each
 * once. It takes the entry after its last one and no other.
 */
public final class ChatReplica {
    private final long start;
    private final List<LogEntry> entries = new ArrayList<>();

    /** Begins after a position. */
    ChatReplica(long start) {
        this.start = start;
    }

    private ChatReplica(ChatReplica original) {
        this.start = original.start;
        this.entries.addAll(original.entries);
    }

    /** What became of an entry. */
    enum Outcome {
        /** It was the next one and is in now. */
        APPLIED,
        /** It was in already, and is the same. */
        KNOWN,
        /** There was another one of that seq. */
        DIFFERENT,
        /** Entries before it are missing; it is not in. */
        TOO_EARLY
    }

    Outcome apply(LogEntry entry) {
        if (entry.seq() == position() + 1) {
            entries.add(entry);
            return Outcome.APPLIED;
        }
        if (entry.seq() > position()) {
            return Outcome.TOO_EARLY;
        }
        return find(entry.seq()).filter(it -> !it.equals(entry)).isPresent()
                ? Outcome.DIFFERENT
                : Outcome.KNOWN;
    }

    /** The position before its first entry. */
    public long start() {
        return start;
    }

    /** The seq of its last entry, or its start. */
    public long position() {
        return start + entries.size();
    }

    /** Ascending by seq, without a gap. */
    public List<LogEntry> entries() {
        return List.copyOf(entries);
    }

    private Optional<LogEntry> find(long seq) {
        return seq <= start
                ? Optional.empty()
                : Optional.of(entries.get(Math.toIntExact(seq - start - 1)));
    }

    ChatReplica copy() {
        return new ChatReplica(this);
    }
}

package org.tertulia.load.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MessageEdited;
import org.tertulia.contracts.message.MessagePosted;

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
        return find(entry.seq()).filter(it -> !agree(it, entry)).isPresent()
                ? Outcome.DIFFERENT
                : Outcome.KNOWN;
    }

    /**
     * Whether two readings of one place of a log are of the same entry: a message that was deleted in
     * between has lost its text, and nothing else.
     */
    public static boolean agree(LogEntry one, LogEntry other) {
        return one.equals(other)
                || switch (one) {
                    case MessagePosted it ->
                            other instanceof MessagePosted that
                                    && (it.deletedAt() != null || that.deletedAt() != null)
                                    && it.messageId().equals(that.messageId());
                    case MessageEdited it ->
                            other instanceof MessageEdited that
                                    && (it.deletedAt() != null || that.deletedAt() != null)
                                    && it.message() == that.message()
                                    && it.version() == that.version();
                    default -> false;
                };
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

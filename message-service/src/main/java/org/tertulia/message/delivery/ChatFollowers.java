package org.tertulia.message.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one event loop that follow one chat. Entries are encoded once for all of them. Only that loop
 * touches it.
 */
final class ChatFollowers {

    /** Before the first entry: nothing can be left out. */
    private static final long NOTHING = 0;

    private final Map<ChatCursor, ChatFollower> followers = new LinkedHashMap<>();

    /** Those of them that want translations. Few, as a rule: so nobody else is asked, or told. */
    private final Map<ChatCursor, ChatReader> readers = new LinkedHashMap<>();

    /**
     * Everybody here had got the entries up to this one at some time, and nobody has come since; so they bring nothing
     * new when they come again. What somebody asks for once more is read from the database.
     */
    private long reachedByAll = NOTHING;

    void add(ChatCursor cursor, ChatFollower follower) {
        followers.put(cursor, follower);
        reachedByAll = NOTHING;
    }

    /** Whether nobody is left. */
    boolean remove(ChatCursor cursor) {
        followers.remove(cursor);
        readers.remove(cursor);
        return followers.isEmpty();
    }

    /** A follower wants translations of what is said here. */
    void read(ChatCursor cursor, ChatReader reader) {
        if (followers.containsKey(cursor)) {
            readers.put(cursor, reader);
        }
    }

    /** It does not, or no longer. */
    void unread(ChatCursor cursor) {
        readers.remove(cursor);
    }

    boolean hasReaders() {
        return !readers.isEmpty();
    }

    void forEachReader(Consumer<ChatReader> action) {
        readers.forEach(
                (cursor, reader) -> {
                    var follower = followers.get(cursor);
                    if (follower != null && !follower.hasEnded()) {
                        action.accept(reader);
                    }
                });
    }

    void forEach(BiConsumer<ChatCursor, ChatFollower> action) {
        followers.forEach(
                (cursor, follower) -> {
                    if (!follower.hasEnded()) {
                        action.accept(cursor, follower);
                    }
                });
    }

    /** Hands an entry that came by the topic and may change who the members are. */
    void hand(LiveEntry entry) {
        reachedByAll = NOTHING;
        forEach((cursor, follower) -> follower.onEntry(cursor, entry));
    }

    /** Hands entries to everybody who has all before them. */
    void hand(EntryRun run) {
        if (run.last() <= reachedByAll) {
            return;
        }
        try (var wire = new SharedWrite(run)) {
            var inStep = true;
            for (var follower : followers.entrySet()) {
                inStep &= hand(run, wire, follower.getKey(), follower.getValue());
            }
            reachedByAll = inStep ? run.last() : NOTHING;
        }
    }

    /** Whether nothing of the run is left to be told to it. */
    private static boolean hand(
            EntryRun run, SharedWrite wire, ChatCursor cursor, ChatFollower follower) {
        return follower.hasEnded() || follower.onRun(cursor, run, wire);
    }

    /** The bytes of a run, made when the first connection wants them, and shared by all that do. */
    static final class SharedWrite implements AutoCloseable {

        private final EntryRun run;
        private @Nullable ByteBuf bytes;

        private SharedWrite(EntryRun run) {
            this.run = run;
        }

        /** The texts of all of the run. */
        List<byte[]> texts() {
            return run.textsAfter(run.first() - 1);
        }

        /** All of the run, for one write; who writes it releases it. */
        ByteBuf bytes() {
            if (bytes == null) {
                bytes = WireFrames.encode(ByteBufAllocator.DEFAULT, texts(), false);
            }
            return bytes.retainedDuplicate();
        }

        @Override
        public void close() {
            if (bytes != null) {
                bytes.release();
            }
        }
    }
}

package org.tertulia.load.client;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.load.client.ServerFrame.Hello;
import org.tertulia.load.client.ServerFrame.Resumed;
import org.tertulia.load.client.ServerFrame.Snapshot;

/**
 * The chats of one live client: takes each frame into the replicas, checks the order of the stream on
 * the present connection, and says what to ask the server for. Used by the client's own thread only.
 */
final class LiveLogs {
    private static final int MOST_VIOLATIONS = 50;

    private final LiveState state;
    private final Map<UUID, StreamOrder> orders = new HashMap<>();
    private final Map<UUID, Long> toResume = new HashMap<>();

    /** Left, as REST said, before what the connection still has to say of them has come. */
    private final Set<UUID> leaving = new HashSet<>();

    private boolean resuming;

    LiveLogs(LiveState state) {
        this.state = state;
    }

    /** A new connection: its streams begin at the positions it tells. */
    void greeted(Hello hello) {
        orders.clear();
        toResume.clear();
        leaving.clear();
        resuming = false;
        state.greeted(hello);
        hello.chats().forEach(this::added);
    }

    /** A chat is there; what is missing of it is to be asked for. */
    void added(ChatSummary chat) {
        orders.put(chat.chatId(), new StreamOrder(chat.lastSeq()));
        var replica = state.replicaFrom(chat);
        if (replica.position() < chat.lastSeq()) {
            resume(chat.chatId(), replica.position());
        }
    }

    void removed(UUID chatId) {
        orders.remove(chatId);
        toResume.remove(chatId);
        leaving.remove(chatId);
        state.forget(chatId);
    }

    /** Wants a chat from a position on, whatever there is of it now. */
    void follow(UUID chatId, long position) {
        state.startAt(chatId, position);
        if (orders.containsKey(chatId)) {
            resume(chatId, position);
        }
    }

    void entry(LogEntry entry) {
        var order = orders.get(entry.chatId());
        if (order == null) {
            violation(entry.chatId(), "entry %d of a chat never told of".formatted(entry.seq()));
            return;
        }
        order.received(entry.seq()).ifPresent(wrong -> violation(entry.chatId(), wrong));
        apply(entry, order);
    }

    private void apply(LogEntry entry, StreamOrder order) {
        var outcome = state.change(() -> replica(entry.chatId()).apply(entry));
        switch (outcome) {
            case APPLIED, KNOWN -> {}
            case DIFFERENT ->
                    violation(entry.chatId(), "two different entries %d".formatted(entry.seq()));
            case TOO_EARLY -> {
                if (!order.isResuming()) {
                    resume(entry.chatId(), replica(entry.chatId()).position());
                }
            }
        }
    }

    /** Takes what was missed out of the log itself; {@code missed} begins after the position. */
    void snapshot(Snapshot snapshot, List<LogEntry> missed) {
        state.snapshot();
        var order = orders.get(snapshot.chatId());
        if (order == null) {
            violation(snapshot.chatId(), "snapshot of a chat never told of");
            return;
        }
        order.skipTo(snapshot.lastSeq());
        missed.forEach(it -> apply(it, order));
    }

    /** The rest of a chat can not be had any more: until chat.removed, nothing is missing of it. */
    void leaving(UUID chatId) {
        leaving.add(chatId);
    }

    /** The server has told what it was asked for. */
    void resumed(Resumed frame) {
        resuming = false;
        orders.forEach(
                (chat, order) -> {
                    if (!toResume.containsKey(chat)) {
                        order.resumeAnswered();
                    }
                });
        frame.chats().forEach(this::checkReached);
    }

    private void checkReached(UUID chatId, long seq) {
        var position = state.position(chatId);
        if (position < seq && !toResume.containsKey(chatId) && !leaving.contains(chatId)) {
            violation(chatId, "resumed to %d with only %d told".formatted(seq, position));
        }
    }

    /**
     * The chats to ask for, each with the position to resume after; each is told once. Empty while the
     * server is still answering: it takes one resume at a time.
     */
    Map<UUID, Long> takeResumes() {
        if (resuming) {
            return Map.of();
        }
        var taken = Map.copyOf(toResume);
        toResume.clear();
        resuming = !taken.isEmpty();
        return taken;
    }

    long position(UUID chatId) {
        return state.position(chatId);
    }

    private void resume(UUID chatId, long position) {
        toResume.put(chatId, position);
        var order = orders.get(chatId);
        if (order != null) {
            order.resumeAsked(position);
        }
    }

    private ChatReplica replica(UUID chatId) {
        return state.own(chatId);
    }

    private void violation(UUID chatId, String what) {
        if (state.violations().size() < MOST_VIOLATIONS) {
            state.violation("chat %s: %s".formatted(chatId, what));
        }
    }
}

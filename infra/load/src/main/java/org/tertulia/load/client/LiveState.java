package org.tertulia.load.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tertulia.load.client.ServerFrame.Hello;

/**
 * What a live client knows. The client's own thread changes it, frame by frame; others read it, and
 * wait for it to become as they expect.
 */
public final class LiveState {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<UUID, ChatReplica> replicas = new HashMap<>();
    private final Map<UUID, ChatSummary> summaries = new HashMap<>();
    private final Map<UUID, ServerFrame.Read> reads = new HashMap<>();
    private final Map<UUID, String> presence = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private final List<Integer> closes = new ArrayList<>();
    private final List<ServerFrame.Refused> refusals = new ArrayList<>();
    private final boolean whole;
    private @Nullable Hello hello;
    private int hellos;
    private int snapshots;
    private int renewals;
    private boolean stopped;

    /** Knows nothing yet; {@code whole} when every chat is wanted from its first entry on. */
    LiveState(boolean whole) {
        this.whole = whole;
    }

    /** The newest hello frame. */
    public Optional<Hello> hello() {
        return read(() -> Optional.ofNullable(hello));
    }

    /** How many connections said hello. */
    public int connections() {
        return read(() -> hellos);
    }

    /** How many times too much was missed to be told entry by entry. */
    public int snapshots() {
        return read(() -> snapshots);
    }

    /** How many times the token was renewed in place. */
    public int renewals() {
        return read(() -> renewals);
    }

    /** The codes with which connections ended, in order. */
    public List<Integer> closes() {
        return read(() -> List.copyOf(closes));
    }

    /** Whether the client has ended and will not connect again. */
    public boolean isStopped() {
        return read(() -> stopped);
    }

    /** What the server did that it promises not to do; empty is good. */
    public List<String> violations() {
        return read(() -> List.copyOf(violations));
    }

    /** The error frames that came. */
    public List<ServerFrame.Refused> refusals() {
        return read(() -> List.copyOf(refusals));
    }

    /** A copy of what is there of a chat; empty when the chat is not known. */
    public Optional<ChatReplica> replica(UUID chatId) {
        return read(() -> Optional.ofNullable(replicas.get(chatId)).map(ChatReplica::copy));
    }

    /** The seq of the last entry of a chat; -1 when the chat is not known. */
    public long position(UUID chatId) {
        return read(
                () -> {
                    var replica = replicas.get(chatId);
                    return replica == null ? -1 : replica.position();
                });
    }

    /** The chat as it was summed up last, by a hello or a {@code chat.added}. */
    public Optional<ChatSummary> summary(UUID chatId) {
        return read(() -> Optional.ofNullable(summaries.get(chatId)));
    }

    /** The last read marker told for a chat. */
    public Optional<ServerFrame.Read> lastRead(UUID chatId) {
        return read(() -> Optional.ofNullable(reads.get(chatId)));
    }

    /** {@code online} or {@code offline}, as far as was told. */
    public String presence(UUID userId) {
        return read(() -> presence.getOrDefault(userId, "offline"));
    }

    /**
     * Waits until it is as expected.
     *
     * @throws AssertionError when it is not within the time; says what was waited for
     */
    public void await(String what, Duration limit, Predicate<LiveState> expected) {
        var left = limit.toNanos();
        lock.lock();
        try {
            while (!expected.test(this)) {
                if (left <= 0) {
                    throw new AssertionError(
                            "Not within %s: %s. %s".formatted(limit, what, describe()));
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a chat has come to a seq. */
    public void awaitPosition(UUID chatId, long seq, Duration limit) {
        await("chat %s at %d".formatted(chatId, seq), limit, it -> it.position(chatId) >= seq);
    }

    private String describe() {
        var positions = new HashMap<UUID, Long>();
        replicas.forEach((chat, replica) -> positions.put(chat, replica.position()));
        return "hellos %d, closes %s, stopped %s, positions %s, violations %s, refusals %s"
                .formatted(hellos, closes, stopped, positions, violations, refusals);
    }

    void greeted(Hello frame) {
        change(
                () -> {
                    hello = frame;
                    hellos++;
                    presence.clear();
                    frame.presence().forEach(it -> presence.put(it.userId(), it.status()));
                });
    }

    void presence(ServerFrame.Presence frame) {
        change(
                () -> {
                    presence.put(frame.userId(), frame.status());
                });
    }

    void read(ServerFrame.Read frame) {
        change(
                () -> {
                    reads.put(frame.chatId(), frame);
                });
    }

    void refused(ServerFrame.Refused frame) {
        change(
                () -> {
                    refusals.add(frame);
                });
    }

    void closed(int code) {
        change(
                () -> {
                    closes.add(code);
                });
    }

    void stopped() {
        change(
                () -> {
                    stopped = true;
                });
    }

    void snapshot() {
        change(
                () -> {
                    snapshots++;
                });
    }

    void renewed() {
        change(
                () -> {
                    renewals++;
                });
    }

    void violation(String what) {
        change(
                () -> {
                    violations.add(what);
                });
    }

    /** The replica of a chat; made, with the start given, when there is none. */
    ChatReplica replicaFrom(ChatSummary summary) {
        return change(
                () -> {
                    summaries.put(summary.chatId(), summary);
                    return replicas.computeIfAbsent(
                            summary.chatId(),
                            chat -> new ChatReplica(whole ? 0 : summary.lastSeq()));
                });
    }

    /** The replica itself, for the client's own thread; a chat that is not known begins at 0. */
    ChatReplica own(UUID chatId) {
        return change(() -> replicas.computeIfAbsent(chatId, chat -> new ChatReplica(0)));
    }

    /** Begins a chat anew after a position. */
    void startAt(UUID chatId, long position) {
        change(
                () -> {
                    replicas.put(chatId, new ChatReplica(position));
                });
    }

    void forget(UUID chatId) {
        change(
                () -> {
                    replicas.remove(chatId);
                });
    }

    <T> T change(Supplier<T> change) {
        lock.lock();
        try {
            return change.get();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    private <T> T read(Supplier<T> reading) {
        lock.lock();
        try {
            return reading.get();
        } finally {
            lock.unlock();
        }
    }
}

package org.tertulia.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** How far somebody has read, and what they have not, by the rules and the replayed log alone. */
final class ReadingPerson {

    private final String id;
    private int generation;
    private long readSeq;
    private long followedUpTo;
    private final Map<Long, Integer> versions = new HashMap<>();
    private final Map<Long, Long> threadsRead = new TreeMap<>();
    private final Map<Long, Boolean> following = new HashMap<>();

    ReadingPerson(UUID id) {
        this.id = id.toString();
    }

    int generation() {
        return generation;
    }

    long readSeq() {
        return readSeq;
    }

    /** Begins where somebody stands who has just become a member. */
    void startAt(long seq) {
        readSeq = seq;
    }

    void readTo(long seq) {
        readSeq = Math.max(readSeq, seq);
    }

    void backTo(long seq) {
        generation++;
        readSeq = seq;
    }

    void follow(long thread, long lastSeq) {
        following.put(thread, true);
        threadsRead.putIfAbsent(thread, lastSeq);
    }

    void leave(long thread, long lastSeq) {
        following.put(thread, false);
        threadsRead.putIfAbsent(thread, lastSeq);
    }

    void readThreadTo(long thread, long seq) {
        threadsRead.computeIfPresent(thread, (root, read) -> Math.max(read, seq));
    }

    /**
     * Takes up what was posted and edited since: whoever speaks in a thread, began it or is called in it follows it.
     */
    void followThreads(ReplayedLog log) {
        versions.forEach((seq, version) -> joinWhenCalledAnew(seq, version, log.message(seq)));
        for (long seq = followedUpTo + 1; seq <= log.lastSeq(); seq++) {
            var message = log.message(seq);
            if (message != null && message.thread() != 0) {
                join(message.thread(), seq, message, log);
                versions.put(seq, message.version());
            }
        }
        followedUpTo = log.lastSeq();
    }

    private void joinWhenCalledAnew(long seq, int version, ReplayedLog.Said message) {
        if (message.version() > version) {
            versions.put(seq, message.version());
            if (!message.sender().equals(id) && message.called().contains(id)) {
                following.putIfAbsent(message.thread(), true);
                threadsRead.putIfAbsent(message.thread(), seq - 1);
            }
        }
    }

    private void join(long thread, long seq, ReplayedLog.Said message, ReplayedLog log) {
        if (message.sender().equals(id)) {
            following.put(thread, true);
            threadsRead.putIfAbsent(thread, seq);
        } else if (log.message(thread).sender().equals(id)) {
            following.putIfAbsent(thread, true);
            threadsRead.putIfAbsent(thread, thread);
        } else if (message.called().contains(id)) {
            following.putIfAbsent(thread, true);
            threadsRead.putIfAbsent(thread, seq - 1);
        }
    }

    int unread(ReplayedLog log) {
        return (int) log.after(0, readSeq).stream().filter(m -> m.isUnreadFor(id)).count();
    }

    int mentions(ReplayedLog log) {
        return (int) log.after(0, readSeq).stream().filter(m -> m.calls(id)).count();
    }

    int threadsUnread(ReplayedLog log) {
        return (int) threads(log).values().stream().filter(state -> state.get(1) > 0).count();
    }

    /** Those followed: read seq, unread, mentions. */
    Map<Long, List<Long>> threads(ReplayedLog log) {
        var found = new TreeMap<Long, List<Long>>();
        threadsRead.forEach(
                (thread, read) -> {
                    if (following.getOrDefault(thread, false)) {
                        var newer = log.after(thread, read);
                        found.put(
                                thread,
                                List.of(
                                        read,
                                        newer.stream().filter(m -> m.isUnreadFor(id)).count(),
                                        newer.stream().filter(m -> m.calls(id)).count()));
                    }
                });
        return found;
    }
}

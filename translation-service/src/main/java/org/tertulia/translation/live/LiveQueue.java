package org.tertulia.translation.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tertulia.starter.id.ChatId;

/**
 * What waits to be translated, and how much is. The chats take turns, and none has more than its share under way: one in which
 * much is said, or whose engine hangs, does not keep the others waiting. The same wish waits once.
 */
final class LiveQueue {

    private final LiveProperties limits;

    /** The chats in the order of their turns, each with what waits there. */
    private final Map<ChatId, Deque<LiveWork>> waiting = new LinkedHashMap<>();

    private final Set<LiveWork.Wish> wishes = new HashSet<>();
    private final Map<ChatId, Integer> underWay = new HashMap<>();
    private int running;

    LiveQueue(LiveProperties limits) {
        this.limits = limits;
    }

    /** Whether it waits from now on, or did already; false when there is no room. */
    synchronized boolean offer(LiveWork work) {
        if (wishes.contains(work.wish())) {
            return true;
        }
        if (wishes.size() >= limits.waiting()) {
            return false;
        }
        wishes.add(work.wish());
        waiting.computeIfAbsent(work.chat(), _ -> new ArrayDeque<>()).add(work);
        return true;
    }

    /** What is to be begun now; it is under way from then until {@link #done}. Nothing when nothing waits or may begin. */
    synchronized Optional<LiveWork> next() {
        if (running >= limits.concurrency()) {
            return Optional.empty();
        }
        var chat = waiting.keySet().stream().filter(this::mayBegin).findFirst();
        return chat.map(this::begin);
    }

    private boolean mayBegin(ChatId chat) {
        return underWay.getOrDefault(chat, 0) < limits.perChat();
    }

    private LiveWork begin(ChatId chat) {
        var queue = Objects.requireNonNull(waiting.remove(chat));
        var work = queue.remove();
        if (!queue.isEmpty()) {
            // The others come first now.
            waiting.put(chat, queue);
        }
        wishes.remove(work.wish());
        underWay.merge(chat, 1, Integer::sum);
        running++;
        return work;
    }

    /** Makes room. */
    synchronized void done(LiveWork work) {
        underWay.computeIfPresent(work.chat(), (_, count) -> count > 1 ? count - 1 : null);
        running--;
    }

    /** How much waits. */
    synchronized int size() {
        return wishes.size();
    }
}

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
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.ChatId;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.messages.WantedText;

/**
 * What waits to be translated, and how much is. The chats take turns, and no chat and no language has more than its share under
 * way: where much is said, or an engine hangs, the others are not kept waiting. In a chat what was said first comes first, as far
 * as its language may. The same wish waits once.
 */
final class LiveQueue {

    private final LiveProperties limits;

    /** The chats in the order of their turns, each with what waits there. */
    private final Map<ChatId, Deque<LiveWork>> waiting = new LinkedHashMap<>();

    private final Set<WantedText> wishes = new HashSet<>();
    private final Map<ChatId, Integer> underWay = new HashMap<>();
    private final Map<Language, Integer> underWayInto = new HashMap<>();
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
        var first =
                waiting.entrySet().stream()
                        .filter(it -> mayBegin(it.getKey()))
                        .flatMap(it -> it.getValue().stream().filter(this::mayBegin).limit(1))
                        .findFirst();
        first.ifPresent(this::begin);
        return first;
    }

    private boolean mayBegin(ChatId chat) {
        return underWay.getOrDefault(chat, 0) < limits.perChat();
    }

    private boolean mayBegin(LiveWork work) {
        return underWayInto.getOrDefault(work.language(), 0) < limits.perLanguage();
    }

    private void begin(LiveWork work) {
        var queue = Objects.requireNonNull(waiting.remove(work.chat()));
        queue.remove(work);
        if (!queue.isEmpty()) {
            // The others come first now.
            waiting.put(work.chat(), queue);
        }
        wishes.remove(work.wish());
        underWay.merge(work.chat(), 1, Integer::sum);
        underWayInto.merge(work.language(), 1, Integer::sum);
        running++;
    }

    /** Makes room. */
    synchronized void done(LiveWork work) {
        underWay.computeIfPresent(work.chat(), LiveQueue::oneLess);
        underWayInto.computeIfPresent(work.language(), LiveQueue::oneLess);
        running--;
    }

    private static @Nullable Integer oneLess(Object of, Integer count) {
        return count > 1 ? count - 1 : null;
    }

    /** How much waits. */
    synchronized int size() {
        return wishes.size();
    }
}

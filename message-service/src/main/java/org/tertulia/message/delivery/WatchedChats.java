package org.tertulia.message.delivery;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tertulia.starter.id.ChatId;

/** Chats with which some event loop of this instance has something to do, counted by loop. Safe for many threads. */
final class WatchedChats {

    private final Map<ChatId, Integer> loops = new ConcurrentHashMap<>();

    void add(ChatId chat) {
        loops.merge(chat, 1, Integer::sum);
    }

    void remove(ChatId chat) {
        loops.computeIfPresent(chat, (c, count) -> count == 1 ? null : count - 1);
    }

    boolean contains(ChatId chat) {
        return loops.containsKey(chat);
    }

    List<ChatId> all() {
        return List.copyOf(loops.keySet());
    }
}

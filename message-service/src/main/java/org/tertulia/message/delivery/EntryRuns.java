package org.tertulia.message.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tertulia.starter.id.ChatId;

/** Gathers the entries that come together into runs, those of each chat in the order in which they came. */
final class EntryRuns {

    private Map<ChatId, List<EntryRun>> byChat = new LinkedHashMap<>();

    /** Puts one that changes no membership; {@code announced} says whether it came by the topic. */
    void add(LiveEntry entry, boolean announced) {
        var runs = byChat.computeIfAbsent(entry.chatId(), first -> new ArrayList<>());
        if (runs.isEmpty() || !runs.getLast().take(entry, announced)) {
            runs.add(new EntryRun(entry, announced));
        }
    }

    /** Takes out what was gathered. */
    Map<ChatId, List<EntryRun>> take() {
        if (byChat.isEmpty()) {
            return Map.of();
        }
        var taken = byChat;
        byChat = new LinkedHashMap<>();
        return taken;
    }
}

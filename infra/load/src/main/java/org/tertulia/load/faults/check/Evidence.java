package org.tertulia.load.faults.check;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.contracts.message.LogEntry;

/**
 * All that is known when nothing is under way any more.
 *
 * @param logs the chats' logs, fetched afresh
 * @param readers the clients
 * @param claims what was promised
 * @param marks acknowledged read markers
 * @param joins when people asked to be let in again
 * @param counted what was told of unread counts at any time
 * @param present what is told of unread counts now
 * @param fetched the chats' state, fetched afresh; empty when only the logs are looked at
 * @param published what is on the topic, in its order; null when that is not looked at
 */
public record Evidence(
        Map<UUID, ChatLog> logs,
        List<Reader> readers,
        List<Claim> claims,
        List<ReadUpTo> marks,
        List<JoinAsked> joins,
        List<Counted> counted,
        List<Counted> present,
        List<Fetched> fetched,
        @Nullable List<LogEntry> published) {

    /** The log of a chat; an empty one when it is not known. */
    public ChatLog log(UUID chatId) {
        var log = logs.get(chatId);
        return log == null ? new ChatLog(chatId, List.of()) : log;
    }
}

package org.tertulia.load.faults.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.tertulia.contracts.message.ChatOpened;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MemberJoined;
import org.tertulia.contracts.message.MemberLeft;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.load.client.MessageView;

/**
 * What a client shows of a chat, made from its log entry by entry. A further kind of entry that changes
 * what is shown is a further case of {@link #apply}.
 */
final class ChatState {
    private final Map<Long, MessageView> messages = new TreeMap<>();
    private final Set<UUID> members = new HashSet<>();

    /** The state after these entries. */
    static ChatState after(List<LogEntry> entries) {
        var state = new ChatState();
        entries.forEach(state::apply);
        return state;
    }

    private void apply(LogEntry entry) {
        switch (entry) {
            case MessagePosted it -> messages.put(it.seq(), view(it));
            case ChatOpened it -> members.addAll(it.members());
            case MemberJoined it -> members.add(it.userId());
            case MemberLeft it -> members.remove(it.userId());
            default -> {}
        }
    }

    private static MessageView view(MessagePosted it) {
        return new MessageView(
                it.messageId(),
                it.chatId(),
                it.seq(),
                it.senderId(),
                it.clientMessageId(),
                it.text(),
                it.postedAt());
    }

    /** Ascending by seq. */
    List<MessageView> messages() {
        return List.copyOf(messages.values());
    }

    Set<UUID> members() {
        return Set.copyOf(members);
    }
}

package org.tertulia.message.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tertulia.message.timeline.ChatsDigest;
import org.tertulia.starter.id.ChatId;

/**
 * The chats that one connection follows, and in what they differ from those its person is a member of. Only
 * the connection's event loop touches it.
 *
 * <p>A comparison has two steps, with a read between them that names the chats. Whatever has come live
 * before the first step was committed before that read, so the read is not older than it. If a chat is
 * followed or forgotten between the steps, the read may be older than that and is not used.
 */
final class ChatCursors {

    private final Map<ChatId, ChatCursor> byChat = new HashMap<>();

    /** How often a chat was followed or forgotten. */
    private long changes;

    /** The same, when a comparison last began. */
    private long comparedAt = -1;

    /**
     * What to do so that the chats of the person are followed.
     *
     * @param missing chats of the person that are not followed
     * @param ended followed chats that the person is not a member of
     */
    record Difference(List<ChatId> missing, List<ChatCursor> ended) {}

    boolean contains(ChatId chat) {
        return byChat.containsKey(chat);
    }

    @Nullable ChatCursor get(ChatId chat) {
        return byChat.get(chat);
    }

    /** They, as of now. */
    List<ChatCursor> all() {
        return List.copyOf(byChat.values());
    }

    ChatCursor add(ChatId chat) {
        var cursor = new ChatCursor(chat);
        byChat.put(chat, cursor);
        changes++;
        return cursor;
    }

    void remove(ChatId chat) {
        byChat.remove(chat);
        changes++;
    }

    /** Forgets all of them; which they were. */
    Collection<ChatCursor> clear() {
        var cleared = all();
        byChat.clear();
        changes++;
        return cleared;
    }

    /** Begins a comparison: whether they are other chats than those of {@code members}. */
    boolean differFrom(ChatsDigest members) {
        comparedAt = changes;
        return !ChatsDigest.of(byChat.keySet()).equals(members);
    }

    /** Ends the comparison, with what was read after it began; nothing differs if that may be old. */
    Difference compare(MemberOf read) {
        if (comparedAt != changes) {
            return new Difference(List.of(), List.of());
        }
        var members = read.chats();
        return new Difference(
                members.stream().filter(chat -> !contains(chat)).toList(),
                read.all()
                        ? all().stream().filter(c -> !members.contains(c.chatId())).toList()
                        : List.of());
    }
}

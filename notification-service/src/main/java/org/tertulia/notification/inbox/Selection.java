package org.tertulia.notification.inbox;

import java.util.List;
import java.util.UUID;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.NotificationId;
import org.tertulia.starter.id.UserId;

/** Part of what somebody was told. */
public sealed interface Selection {

    /** What happened in a place up to some entry of the chat's log; thread 0 is the main conversation. */
    record UpTo(ChatId chat, long thread, long seq) implements Selection {}

    /** What is about a message, reactions to it included. */
    record OfMessage(ChatId chat, long message) implements Selection {}

    /** One reaction. */
    record OfReaction(ChatId chat, long message, UserId by, String emoji) implements Selection {}

    /** Everything that happened in a chat. */
    record OfChat(ChatId chat) implements Selection {}

    /** All firings of a reminder. */
    record OfReminder(UUID reminder) implements Selection {}

    /** These notifications. */
    record Named(List<NotificationId> ids) implements Selection {

        /** Keeps its own copy. */
        public Named {
            ids = List.copyOf(ids);
        }
    }

    /** Those up to a place in the inbox. */
    record Through(long version) implements Selection {}
}

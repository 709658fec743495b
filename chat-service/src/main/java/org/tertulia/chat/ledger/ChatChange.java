package org.tertulia.chat.ledger;

import java.time.Instant;
import java.util.List;
import org.tertulia.chat.rules.ChatRole;
import org.tertulia.starter.id.UserId;

/** One numbered change of a chat; {@link #chat()} is the chat after it. */
public sealed interface ChatChange {

    /** The chat after the change, its version being the number of the change. */
    Chat chat();

    /** Who did it. */
    UserId by();

    /** When, UTC. */
    Instant at();

    /** The chat came to be. */
    record Opened(Chat chat, List<ChatMember> members, UserId by, Instant at)
            implements ChatChange {

        /** Keeps its own copy of the list. */
        public Opened {
            members = List.copyOf(members);
        }
    }

    /** Title, description, picture or receipts changed. */
    record Edited(Chat chat, UserId by, Instant at) implements ChatChange {}

    /** Somebody joined or was added. */
    record MemberAdded(Chat chat, ChatMember member, UserId by, Instant at) implements ChatChange {}

    /** Somebody left or was removed. */
    record MemberRemoved(Chat chat, UserId userId, UserId by, Instant at) implements ChatChange {}

    /** Somebody has another role. */
    record RoleChanged(Chat chat, UserId userId, ChatRole role, UserId by, Instant at)
            implements ChatChange {}

    /** The chat has an emoji, perhaps in the place of one that had its name. */
    record EmojiAdded(Chat chat, ChatEmoji emoji) implements ChatChange {

        @Override
        public UserId by() {
            return emoji.addedBy();
        }

        @Override
        public Instant at() {
            return emoji.addedAt();
        }
    }

    /** The chat does not have an emoji any more. */
    record EmojiRemoved(Chat chat, EmojiName name, UserId by, Instant at) implements ChatChange {}

    /** The chat is gone. */
    record Closed(Chat chat, UserId by, Instant at) implements ChatChange {}
}

package org.tertulia.contracts.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import org.tertulia.contracts.TertuliaEvent;

/** One entry of a chat's log: everything that changes what its members see, numbered 1, 2, 3 … without a gap. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MessagePosted.class, name = "message.posted"),
    @JsonSubTypes.Type(value = MessageEdited.class, name = "message.edited"),
    @JsonSubTypes.Type(value = MessageDeleted.class, name = "message.deleted"),
    @JsonSubTypes.Type(value = ReactionAdded.class, name = "reaction.added"),
    @JsonSubTypes.Type(value = ReactionRemoved.class, name = "reaction.removed"),
    @JsonSubTypes.Type(value = MessagePinned.class, name = "message.pinned"),
    @JsonSubTypes.Type(value = MessageUnpinned.class, name = "message.unpinned"),
    @JsonSubTypes.Type(value = ChatOpened.class, name = "chat.opened"),
    @JsonSubTypes.Type(value = ChatRevised.class, name = "chat.revised"),
    @JsonSubTypes.Type(value = MemberJoined.class, name = "member.joined"),
    @JsonSubTypes.Type(value = MemberLeft.class, name = "member.left"),
    @JsonSubTypes.Type(value = MemberRoleSet.class, name = "member.role-set"),
    @JsonSubTypes.Type(value = EmojiDefined.class, name = "emoji.defined"),
    @JsonSubTypes.Type(value = EmojiDropped.class, name = "emoji.dropped"),
    @JsonSubTypes.Type(value = ChatClosed.class, name = "chat.closed")
})
public sealed interface LogEntry extends TertuliaEvent
        permits MessagePosted,
                MessageEdited,
                MessageDeleted,
                ReactionAdded,
                ReactionRemoved,
                MessagePinned,
                MessageUnpinned,
                ChatOpened,
                ChatRevised,
                MemberJoined,
                MemberLeft,
                MemberRoleSet,
                EmojiDefined,
                EmojiDropped,
                ChatClosed {

    /** The chat whose log it is in. */
    UUID chatId();

    /** Its place in the log: 1, 2, 3 … per chat, no gap, no repeat. */
    long seq();
}

package org.tertulia.contracts.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import org.tertulia.contracts.TertuliaEvent;

/** What happened to a chat, in order per chat and numbered without a gap. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ChatCreated.class, name = "chat.created"),
    @JsonSubTypes.Type(value = ChatChanged.class, name = "chat.changed"),
    @JsonSubTypes.Type(value = MemberAdded.class, name = "member.added"),
    @JsonSubTypes.Type(value = MemberRemoved.class, name = "member.removed"),
    @JsonSubTypes.Type(value = MemberRoleChanged.class, name = "member.role-changed"),
    @JsonSubTypes.Type(value = EmojiAdded.class, name = "emoji.added"),
    @JsonSubTypes.Type(value = EmojiRemoved.class, name = "emoji.removed"),
    @JsonSubTypes.Type(value = ChatDeleted.class, name = "chat.deleted")
})
public sealed interface ChatEvent extends TertuliaEvent
        permits ChatCreated,
                ChatChanged,
                MemberAdded,
                MemberRemoved,
                MemberRoleChanged,
                EmojiAdded,
                EmojiRemoved,
                ChatDeleted {

    /** The chat it happened to. */
    UUID chatId();

    /** 1, 2, 3 … per chat, without a gap: a consumer that has version n ignores all up to n. */
    long version();
}

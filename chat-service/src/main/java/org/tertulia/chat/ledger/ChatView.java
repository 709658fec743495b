package org.tertulia.chat.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tertulia.chat.rules.ChatKind;
import org.tertulia.chat.rules.ChatRole;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;

/**
 * A chat as it is sent to one person.
 *
 * @param id the chat
 * @param kind its kind
 * @param title null for private chats
 * @param description free text, empty when not set
 * @param pictureId the file that is shown for it; left out when it has none
 * @param receipts whether members see how far the others have read
 * @param memberCount how many people belong to it
 * @param members all of them in the order they joined; null for public chats and large groups
 * @param createdBy who created it
 * @param createdAt when, UTC
 * @param version also its entity tag
 * @param myRole the reader's role; null when they are not a member
 */
public record ChatView(
        ChatId id,
        ChatKind kind,
        @Nullable String title,
        String description,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MediaId pictureId,
        boolean receipts,
        int memberCount,
        @Nullable List<Member> members,
        UserId createdBy,
        Instant createdAt,
        long version,
        @Nullable ChatRole myRole) {

    /** Shows a chat with the members that go with it. */
    static ChatView of(SeenChat seen, @Nullable List<ChatMember> members) {
        var chat = seen.chat();
        return new ChatView(
                chat.id(),
                chat.kind(),
                chat.title(),
                chat.description(),
                chat.picture(),
                chat.receipts(),
                chat.memberCount(),
                members == null ? null : members.stream().map(Member::of).toList(),
                chat.createdBy(),
                chat.createdAt(),
                chat.version(),
                seen.myRole());
    }

    /**
     * Somebody who belongs to the chat.
     *
     * @param userId who
     * @param role what they are there
     */
    public record Member(UserId userId, ChatRole role) {

        static Member of(ChatMember member) {
            return new Member(member.userId(), member.role());
        }
    }
}

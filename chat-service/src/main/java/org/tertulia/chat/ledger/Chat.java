package org.tertulia.chat.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tertulia.chat.rules.ChatKind;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;

/**
 * A chat at one of its versions. Every change makes the next version.
 *
 * @param id the chat
 * @param kind its kind, for good
 * @param title null for private chats
 * @param description free text, empty when not set
 * @param createdBy who created it
 * @param createdAt when, UTC
 * @param version 1, 2, 3 … without a gap: the number of the event that led here
 * @param memberCount how many people belong to it
 */
public record Chat(
        ChatId id,
        ChatKind kind,
        @Nullable String title,
        String description,
        UserId createdBy,
        Instant createdAt,
        long version,
        int memberCount) {

    /** The next version, with another title and description. */
    public Chat edited(String newTitle, String newDescription) {
        return new Chat(
                id, kind, newTitle, newDescription, createdBy, createdAt, version + 1, memberCount);
    }

    /** The next version, with so many more members, or fewer. */
    public Chat changedBy(int members) {
        return new Chat(
                id,
                kind,
                title,
                description,
                createdBy,
                createdAt,
                version + 1,
                memberCount + members);
    }

    /** The next version, for a change that shows elsewhere. */
    public Chat next() {
        return changedBy(0);
    }
}

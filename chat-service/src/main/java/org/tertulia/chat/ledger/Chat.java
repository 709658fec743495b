package org.tertulia.chat.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tertulia.chat.rules.ChatKind;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;

/**
 * A chat at one of its versions. Every change makes the next version.
 *
 * @param id the chat
 * @param kind its kind, for good
 * @param title null for private chats
 * @param description free text, empty when not set
 * @param picture the file that is shown for it; null for none
 * @param receipts whether members see how far the others have read; never in public chats
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
        @Nullable MediaId picture,
        boolean receipts,
        UserId createdBy,
        Instant createdAt,
        long version,
        int memberCount) {

    /** The next version, with another title, description and setting of receipts. */
    public Chat edited(@Nullable String newTitle, String newDescription, boolean newReceipts) {
        return new Chat(
                id,
                kind,
                newTitle,
                newDescription,
                picture,
                newReceipts,
                createdBy,
                createdAt,
                version + 1,
                memberCount);
    }

    /** The next version, with that picture. */
    public Chat picturedBy(@Nullable MediaId file) {
        return new Chat(
                id,
                kind,
                title,
                description,
                file,
                receipts,
                createdBy,
                createdAt,
                version + 1,
                memberCount);
    }

    /** The next version, with so many more members, or fewer. */
    public Chat changedBy(int members) {
        return new Chat(
                id,
                kind,
                title,
                description,
                picture,
                receipts,
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

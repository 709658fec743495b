package org.tertulia.contracts.receipt;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * More of a chat has reached a member, or was read by them. Of two about one member the greater seqs count, in whichever
 * order they come. Told of chats that allow it, of people who send receipts, and for people who do so themselves.
 *
 * @param chatId the chat
 * @param userId the member
 * @param deliveredSeq up to which seq of the chat's log it has reached one of their devices; never below {@code readSeq}
 * @param readSeq up to which seq they have ever read; marking something as unread does not take it back
 * @param to for whom this is: nobody else is to be told
 * @param at when, UTC
 */
public record ReceiptMoved(
        UUID chatId, UUID userId, long deliveredSeq, long readSeq, List<UUID> to, Instant at)
        implements ReceiptEvent {

    /** Keeps its own copy of the list. */
    public ReceiptMoved {
        to = List.copyOf(to);
    }

    @Override
    @JsonIgnore
    public UUID aggregateId() {
        return chatId;
    }

    @Override
    @JsonIgnore
    public Instant occurredAt() {
        return at;
    }
}

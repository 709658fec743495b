package org.tertulia.message.receipts;

import java.util.List;
import java.util.UUID;

/**
 * How far somebody is in a chat, and for whom that is.
 *
 * @param member who, and where
 * @param deliveredSeq what has reached them
 * @param readSeq what they have read
 * @param to who is to be told
 */
record ToldReceipt(ChatMember member, long deliveredSeq, long readSeq, List<UUID> to) {

    /** Keeps its own copy of the list. */
    ToldReceipt {
        to = List.copyOf(to);
    }
}

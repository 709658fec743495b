package org.tertulia.message.receipts;

import org.springframework.stereotype.Component;
import org.tertulia.message.concurrent.Coalesced;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;

/** Who has got further, and where, since it was told last. From any thread, returns at once. */
@Component
public final class MovedReceipts {

    /** People in chats that wait to be told at once; of more it is not told, only answered. Guessed. */
    private static final int CAPACITY = 10_000;

    private final Coalesced<ChatMember, Boolean> moved =
            new Coalesced<>(CAPACITY, (old, now) -> now);

    MovedReceipts() {}

    /** {@code person} has read on in {@code chatId}, or more of it has reached them. */
    public void moved(ChatId chatId, UserId person) {
        moved.put(new ChatMember(chatId, person), true);
    }

    /** What waits to be told. */
    Coalesced<ChatMember, Boolean> waiting() {
        return moved;
    }
}

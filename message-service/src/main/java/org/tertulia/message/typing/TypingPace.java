package org.tertulia.message.typing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.tertulia.starter.id.ChatId;

/** How often one connection's writing is told. Only the connection's event loop touches it. */
public final class TypingPace {

    /** Chats in which one writes at once; more than any person does. Guessed. */
    private static final int MAX_CHATS = 32;

    private final long everyNanos;
    private final Map<ChatId, Long> toldAt = new HashMap<>();

    TypingPace(Duration every) {
        this.everyNanos = every.toNanos();
    }

    /** Whether writing in {@code chat} is to be told at {@code now} (any nanosecond clock); counts it then. */
    public boolean next(ChatId chat, long now) {
        toldAt.values().removeIf(at -> now - at >= everyNanos);
        if (toldAt.size() >= MAX_CHATS) {
            return false;
        }
        return toldAt.putIfAbsent(chat, now) == null;
    }
}

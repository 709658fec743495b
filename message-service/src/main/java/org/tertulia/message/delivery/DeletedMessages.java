package org.tertulia.message.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MessageDeleted;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.kafka.EventCodec;
import org.tertulia.starter.kafka.RawEvent;

/**
 * The messages that were deleted a short while ago, of which no translation is to be told that was under way then. Those
 * of before this instance has started it does not know; clients leave them out too. Safe for many threads.
 */
@Component
final class DeletedMessages {

    private static final Logger log = LoggerFactory.getLogger(DeletedMessages.class);

    private static final String DELETED = "org.tertulia.message.deleted.v1";

    /** Guessed: longer than anything waits for its translation. */
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(10);

    private static final int MAX = 100_000;

    private final EventCodec codec;
    private final Cache<MessagePlace, Boolean> deleted =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED_FOR).maximumSize(MAX).build();

    DeletedMessages(EventCodec codec) {
        this.codec = codec;
    }

    /** Remembers the message that the log entry {@code raw} deletes, if it does; one that can not be read is passed over. */
    void hear(RawEvent raw) {
        if (!DELETED.equals(raw.type())) {
            return;
        }
        try {
            if (codec.decode(raw.value(), LogEntry.class) instanceof MessageDeleted entry) {
                deleted.put(place(new ChatId(entry.chatId()), entry.message()), true);
            }
        } catch (RuntimeException unreadable) {
            // Whoever calls hands out messages, and must not be held up by one of them.
            log.error("An entry of {} can not be read", raw.key(), unreadable);
        }
    }

    /** Whether the message was deleted, as far as is known here. */
    boolean contains(ChatId chat, long message) {
        return deleted.getIfPresent(place(chat, message)) != null;
    }

    private static MessagePlace place(ChatId chat, long message) {
        return new MessagePlace(chat, message);
    }
}

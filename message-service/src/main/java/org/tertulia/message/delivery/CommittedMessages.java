package org.tertulia.message.delivery;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tertulia.message.posting.MessagesPosted;

/**
 * Hands messages to the connections of the instance that committed them, without the way through the
 * outbox and the topic: their followers are told some milliseconds earlier, and when the broker is away.
 */
@Component
final class CommittedMessages {

    private final Deliveries deliveries;
    private final LiveEntries entries;

    CommittedMessages(Deliveries deliveries, LiveEntries entries) {
        this.deliveries = deliveries;
        this.entries = entries;
    }

    @EventListener
    void deliver(MessagesPosted posted) {
        for (var message : posted.messages()) {
            if (deliveries.follows(message.chatId())) {
                deliveries.signal(new ShardSignal.Committed(entries.of(message)));
            }
        }
    }
}

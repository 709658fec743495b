package org.tertulia.notification.listening;

import java.util.List;
import java.util.Set;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.starter.kafka.EventSieve;
import org.tertulia.starter.kafka.ReceivedEvent;
import reactor.core.publisher.Mono;

/**
 * Most entries are messages of which nobody is told: they are heard by the hundred. What they say changes nothing of whom
 * later ones concern, but for whose they are, which hearing remembers.
 */
final class MessageSieve implements EventSieve<LogEntry> {

    private final Conversation conversation;

    MessageSieve(Conversation conversation) {
        this.conversation = conversation;
    }

    @Override
    public boolean takes(LogEntry entry) {
        return entry instanceof MessagePosted posted && isHeard(posted);
    }

    /** A message that was deleted before it came here is none. */
    static boolean isHeard(MessagePosted posted) {
        return posted.deletedAt() == null;
    }

    @Override
    public Mono<Set<Integer>> sift(List<ReceivedEvent<LogEntry>> stretch) {
        return conversation.heard(stretch.stream().map(it -> (MessagePosted) it.event()).toList());
    }
}

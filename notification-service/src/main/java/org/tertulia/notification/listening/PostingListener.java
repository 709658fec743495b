package org.tertulia.notification.listening;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.posting.PostingEvent;
import org.tertulia.contracts.posting.ScheduledMessagePosted;
import org.tertulia.contracts.posting.ScheduledMessageRefused;
import org.tertulia.notification.inbox.Inbox;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EventSubscription;
import reactor.core.publisher.Mono;

/** Whoever scheduled a message that was not posted is told, since they may not be here to see it. */
@Configuration(proxyBeanMethods = false)
class PostingListener {

    /** The consumer group; its offsets belong to it. */
    static final String GROUP = "notification-service.posting";

    private final Inbox inbox;
    private final Rounds rounds;

    PostingListener(Inbox inbox, Rounds rounds) {
        this.inbox = inbox;
        this.rounds = rounds;
    }

    @Bean
    EventSubscription postingEvents() {
        return EventSubscription.ordered(
                GROUP,
                Topics.POSTING_EVENTS,
                PostingEvent.class,
                ScheduledMessageRefused.class::isInstance,
                received -> on(received.event()));
    }

    private Mono<Void> on(PostingEvent event) {
        return switch (event) {
            case ScheduledMessagePosted _ -> Mono.empty();
            case ScheduledMessageRefused e -> {
                var author = new UserId(e.authorId());
                yield rounds.one(author, inbox.tell(author, Subjects.refused(e)));
            }
        };
    }
}

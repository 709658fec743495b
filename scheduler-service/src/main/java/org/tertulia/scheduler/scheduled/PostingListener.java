package org.tertulia.scheduler.scheduled;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.posting.PostingEvent;
import org.tertulia.starter.kafka.EventSubscription;

/** Listens to the message service, which says what became of the messages that it was handed over. */
@Configuration(proxyBeanMethods = false)
class PostingListener {

    /** The consumer group; its offsets belong to it. */
    static final String GROUP = "scheduler-service.posting";

    @Bean
    EventSubscription postingEvents(Answers answers) {
        return EventSubscription.ordered(
                GROUP,
                Topics.POSTING_EVENTS,
                PostingEvent.class,
                received -> answers.apply(received.event()));
    }
}

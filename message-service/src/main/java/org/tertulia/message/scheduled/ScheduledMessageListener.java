package org.tertulia.message.scheduled;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.scheduled.ScheduledFilesHeld;
import org.tertulia.contracts.scheduled.ScheduledFilesReleased;
import org.tertulia.contracts.scheduled.ScheduledMessageDue;
import org.tertulia.contracts.scheduled.ScheduledMessageEvent;
import org.tertulia.starter.kafka.EventSubscription;
import reactor.core.publisher.Mono;

/** Listens to the scheduler service. */
@Configuration(proxyBeanMethods = false)
class ScheduledMessageListener {

    /** The consumer group; its offsets belong to it. */
    static final String GROUP = "message-service.scheduled-messages";

    @Bean
    EventSubscription scheduledMessageEvents(ScheduledPosting posting) {
        return EventSubscription.ordered(
                GROUP,
                Topics.SCHEDULED_MESSAGE_EVENTS,
                ScheduledMessageEvent.class,
                ScheduledMessageDue.class::isInstance,
                received ->
                        switch (received.event()) {
                            case ScheduledMessageDue due -> posting.post(due);
                            case ScheduledFilesHeld _, ScheduledFilesReleased _ -> Mono.empty();
                        });
    }
}

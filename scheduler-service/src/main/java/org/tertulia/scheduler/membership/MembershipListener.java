package org.tertulia.scheduler.membership;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.chat.ChatEvent;
import org.tertulia.starter.kafka.EventSubscription;

/** Listens to the chat service. */
@Configuration(proxyBeanMethods = false)
class MembershipListener {

    /** The consumer group; its offsets belong to it. */
    static final String GROUP = "scheduler-service.membership";

    @Bean
    EventSubscription membershipEvents(MembershipReplica replica) {
        return EventSubscription.ordered(
                GROUP,
                Topics.CHAT_EVENTS,
                ChatEvent.class,
                MembershipReplica::concerns,
                received -> replica.apply(received.event()));
    }
}

package org.tertulia.notification.listening;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.user.ProfileChanged;
import org.tertulia.contracts.user.UserEvent;
import org.tertulia.notification.replica.Replica;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EventSubscription;
import reactor.core.publisher.Mono;

/** Learns what people are called, for what is told of them outside the suite. */
@Configuration(proxyBeanMethods = false)
class PeopleListener {

    /** The consumer group; its offsets belong to it. */
    static final String GROUP = "notification-service.people";

    @Bean
    EventSubscription peopleEvents(Replica replica) {
        return EventSubscription.ordered(
                GROUP,
                Topics.USER_EVENTS,
                UserEvent.class,
                received -> on(replica, received.event()));
    }

    private static Mono<Void> on(Replica replica, UserEvent event) {
        return switch (event) {
            case ProfileChanged e ->
                    replica.named(new UserId(e.userId()), e.version(), e.displayName());
        };
    }
}

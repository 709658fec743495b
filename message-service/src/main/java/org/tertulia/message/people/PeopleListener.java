package org.tertulia.message.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.user.ProfileChanged;
import org.tertulia.contracts.user.UserEvent;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EventSubscription;
import reactor.core.publisher.Mono;

/** Listens to the user service. */
@Configuration(proxyBeanMethods = false)
class PeopleListener {

    /** The consumer group; its offsets belong to it. */
    static final String GROUP = "message-service.people";

    @Bean
    EventSubscription peopleEvents(PeopleRepository repository) {
        return EventSubscription.ordered(
                GROUP,
                Topics.USER_EVENTS,
                UserEvent.class,
                received -> apply(repository, received.event()));
    }

    private static Mono<Void> apply(PeopleRepository repository, UserEvent event) {
        return switch (event) {
            case ProfileChanged e ->
                    repository.put(
                            new Person(new UserId(e.userId()), e.handle(), e.displayName()),
                            e.version());
        };
    }
}

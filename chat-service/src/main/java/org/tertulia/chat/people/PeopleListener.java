package org.tertulia.chat.people;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.user.ProfileChanged;
import org.tertulia.contracts.user.UserEvent;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EventSubscription;
import org.tertulia.starter.kafka.ReceivedEvent;
import reactor.core.publisher.Mono;

/** Keeps the replica of people in step. A repeat changes nothing. */
@Configuration(proxyBeanMethods = false)
class PeopleListener {

    /** Consumer group; changing it reads the whole topic again. */
    static final String GROUP = "chat-service.know-people";

    private final PeopleRepository people;

    PeopleListener(PeopleRepository people) {
        this.people = people;
    }

    @Bean
    EventSubscription knowPeople() {
        return EventSubscription.ordered(GROUP, Topics.USER_EVENTS, UserEvent.class, this::on);
    }

    private Mono<Void> on(ReceivedEvent<UserEvent> received) {
        return switch (received.event()) {
            case ProfileChanged changed -> people.insert(List.of(new UserId(changed.userId())));
        };
    }
}

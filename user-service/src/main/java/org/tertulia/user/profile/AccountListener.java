package org.tertulia.user.profile;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.account.AccountEvent;
import org.tertulia.contracts.account.AccountRegistered;
import org.tertulia.contracts.account.SessionRevoked;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EventSubscription;
import org.tertulia.starter.kafka.EventTopic;
import org.tertulia.starter.kafka.ReceivedEvent;
import reactor.core.publisher.Mono;

/** Begins a profile for everybody who registers. A repeat changes nothing. */
@Configuration(proxyBeanMethods = false)
class AccountListener {

    /** Consumer group; changing it reads the whole topic again. */
    static final String GROUP = "user-service.begin-profiles";

    private final Profiles profiles;

    AccountListener(Profiles profiles) {
        this.profiles = profiles;
    }

    @Bean
    EventSubscription beginProfiles() {
        return EventSubscription.ordered(
                GROUP, Topics.ACCOUNT_EVENTS, AccountEvent.class, this::on);
    }

    @Bean
    EventTopic userEvents() {
        return new EventTopic(ProfileEvents.TOPIC);
    }

    private Mono<Void> on(ReceivedEvent<AccountEvent> received) {
        return switch (received.event()) {
            case AccountRegistered account -> profiles.register(newAccount(account));
            case SessionRevoked _ -> Mono.empty();
        };
    }

    private static NewAccount newAccount(AccountRegistered account) {
        return new NewAccount(
                new UserId(account.userId()),
                account.handle(),
                account.displayName(),
                account.language(),
                account.registeredAt());
    }
}

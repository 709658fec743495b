package org.tertulia.message.search;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.kafka.EventSubscription;

/** Listens to this service's own log, shared among its instances. */
@Configuration(proxyBeanMethods = false)
class SearchIndexListener {

    /** The consumer group; its offsets belong to it. */
    static final String GROUP = "message-service.search";

    /** So much later, at most, something said is found than it could be; nobody searches that fast. */
    private static final Duration GATHER = Duration.ofMillis(200);

    @Bean
    EventSubscription searchIndexEvents(SearchIndex index) {
        return EventSubscription.keys(
                GROUP,
                Topics.MESSAGE_EVENTS,
                GATHER,
                chats -> index.follow(chats.stream().map(ChatId::valueOf).toList()));
    }
}

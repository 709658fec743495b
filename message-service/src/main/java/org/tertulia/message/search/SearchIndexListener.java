package org.tertulia.message.search;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.kafka.EventSubscription;

/** Listens to this service's own log, shared among its instances. */
@Configuration(proxyBeanMethods = false)
class SearchIndexListener {

    /** The consumer group; its offsets belong to it. */
    static final String GROUP = "message-service.search";

    @Bean
    EventSubscription searchIndexEvents(SearchIndex index) {
        return EventSubscription.ordered(
                GROUP,
                Topics.MESSAGE_EVENTS,
                LogEntry.class,
                received ->
                        index.follow(
                                new ChatId(received.event().chatId()), received.event().seq()));
    }
}

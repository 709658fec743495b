package org.tertulia.chat.ledger;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.starter.kafka.EventTopic;

/** What the ledger publishes to. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    EventTopic chatEvents() {
        return new EventTopic(ChatEvents.TOPIC);
    }
}

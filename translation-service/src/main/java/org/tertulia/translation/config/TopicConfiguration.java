package org.tertulia.translation.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.starter.kafka.EventTopic;

/** The topics this service publishes to. */
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

    @Bean
    EventTopic translationEventsTopic() {
        return new EventTopic(Topics.TRANSLATION_EVENTS);
    }
}

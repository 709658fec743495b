package org.tertulia.media.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.starter.kafka.EventTopic;

/** The topic this service publishes to. */
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

    @Bean
    EventTopic mediaEventsTopic() {
        return new EventTopic(Topics.MEDIA_EVENTS);
    }
}

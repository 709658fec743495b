package org.tertulia.notification.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.starter.kafka.EventTopic;

/** The topic this service publishes to. */
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

    @Bean
    EventTopic notificationEventsTopic() {
        return new EventTopic(Topics.NOTIFICATION_EVENTS);
    }
}

package org.tertulia.scheduler.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.starter.kafka.EventTopic;

/** The topics this service publishes to. */
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

    @Bean
    EventTopic reminderEventsTopic() {
        return new EventTopic(Topics.REMINDER_EVENTS);
    }

    @Bean
    EventTopic scheduledMessageEventsTopic() {
        return new EventTopic(Topics.SCHEDULED_MESSAGE_EVENTS);
    }
}

package org.tertulia.message.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.starter.kafka.EventTopic;

/** The topics this service publishes to. */
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

    @Bean
    EventTopic messageEventsTopic() {
        return new EventTopic(Topics.MESSAGE_EVENTS);
    }

    @Bean
    EventTopic presenceEventsTopic() {
        return new EventTopic(Topics.PRESENCE_EVENTS);
    }

    @Bean
    EventTopic typingEventsTopic() {
        return new EventTopic(Topics.TYPING_EVENTS);
    }

    @Bean
    EventTopic personalEventsTopic() {
        return new EventTopic(Topics.PERSONAL_EVENTS);
    }

    @Bean
    EventTopic receiptEventsTopic() {
        return new EventTopic(Topics.RECEIPT_EVENTS);
    }

    @Bean
    EventTopic postingEventsTopic() {
        return new EventTopic(Topics.POSTING_EVENTS);
    }

    @Bean
    EventTopic markerEventsTopic() {
        return new EventTopic(Topics.MARKER_EVENTS);
    }

    @Bean
    EventTopic translationRequestEventsTopic() {
        return new EventTopic(Topics.TRANSLATION_REQUEST_EVENTS);
    }
}

package org.tertulia.sample.notes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.starter.kafka.EventTopic;

/** Where notes are announced. */
@Configuration(proxyBeanMethods = false)
class NoteTopics {

    @Bean
    EventTopic noteEvents() {
        return new EventTopic(Topics.MESSAGE_EVENTS);
    }
}

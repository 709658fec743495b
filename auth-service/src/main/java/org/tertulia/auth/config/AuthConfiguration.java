package org.tertulia.auth.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.tertulia.contracts.Topics;
import org.tertulia.starter.kafka.EventTopic;

/** What the features need beside each other. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AuthConfiguration {

    @Bean
    EventTopic accountEvents() {
        return new EventTopic(Topics.ACCOUNT_EVENTS);
    }
}

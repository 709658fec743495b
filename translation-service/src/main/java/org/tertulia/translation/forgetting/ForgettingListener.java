package org.tertulia.translation.forgetting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.starter.kafka.EventSubscription;

/** Listens to the chat logs for what is taken away. */
@Configuration(proxyBeanMethods = false)
class ForgettingListener {

    /** The consumer group; its offsets belong to it. */
    static final String GROUP = "translation-service.forgetting";

    @Bean
    EventSubscription forgottenTexts(Forgetting forgetting) {
        return EventSubscription.ordered(
                GROUP,
                Topics.MESSAGE_EVENTS,
                LogEntry.class,
                Forgetting::concerns,
                received -> forgetting.apply(received.event()));
    }
}

package org.tertulia.translation.live;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.translationrequest.TranslationRequestEvent;
import org.tertulia.contracts.translationrequest.TranslationWanted;
import org.tertulia.starter.kafka.EventSubscription;
import reactor.core.publisher.Mono;

/** Listens to the message service, which says what those who are connected want to read. */
@Configuration(proxyBeanMethods = false)
class WantedListener {

    /** The consumer group; its offsets belong to it. */
    static final String GROUP = "translation-service.wanted";

    @Bean
    EventSubscription wantedTranslations(LiveTranslating live) {
        return EventSubscription.ordered(
                GROUP,
                Topics.TRANSLATION_REQUEST_EVENTS,
                TranslationRequestEvent.class,
                received -> Mono.fromRunnable(() -> want(live, received.event())));
    }

    private static void want(LiveTranslating live, TranslationRequestEvent event) {
        switch (event) {
            case TranslationWanted wanted -> LiveEvents.works(wanted).forEach(live::want);
        }
    }
}

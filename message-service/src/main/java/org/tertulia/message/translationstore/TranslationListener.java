package org.tertulia.message.translationstore;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.translation.MessageTranslated;
import org.tertulia.contracts.translation.MessageUntranslated;
import org.tertulia.contracts.translation.TranslationEvent;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.kafka.EventSubscription;
import reactor.core.publisher.Mono;

/** Listens to the translation service. */
@Configuration(proxyBeanMethods = false)
class TranslationListener {

    /** The consumer group; its offsets belong to it. */
    static final String GROUP = "message-service.translations";

    @Bean
    EventSubscription translatedEvents(TranslationKeeping keeping) {
        return EventSubscription.ordered(
                GROUP,
                Topics.TRANSLATION_EVENTS,
                TranslationEvent.class,
                MessageTranslated.class::isInstance,
                received ->
                        switch (received.event()) {
                            case MessageTranslated event -> keeping.keep(translation(event));
                            case MessageUntranslated _ -> Mono.empty();
                        });
    }

    private static KeptTranslation translation(MessageTranslated event) {
        return new KeptTranslation(
                new ChatId(event.chatId()),
                event.message(),
                event.version(),
                event.language(),
                event.text(),
                event.at());
    }
}

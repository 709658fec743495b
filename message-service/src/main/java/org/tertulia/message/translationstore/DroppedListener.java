package org.tertulia.message.translationstore;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.translation.MessageTranslated;
import org.tertulia.contracts.translation.MessageUntranslated;
import org.tertulia.contracts.translation.TranslationEvent;
import org.tertulia.contracts.translation.TranslationsDropped;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.kafka.EventSubscription;
import reactor.core.publisher.Mono;

/** Listens to the translation service for what it has dropped, apart from what it has made: the order of both does not matter. */
@Configuration(proxyBeanMethods = false)
class DroppedListener {

    /** The consumer group; its offsets belong to it. */
    static final String GROUP = "message-service.dropped-translations";

    @Bean
    EventSubscription droppedTranslations(TranslationDropping dropping) {
        return EventSubscription.ordered(
                GROUP,
                Topics.TRANSLATION_EVENTS,
                TranslationEvent.class,
                TranslationsDropped.class::isInstance,
                received ->
                        switch (received.event()) {
                            case TranslationsDropped event ->
                                    dropping.drop(new ChatId(event.chatId()), event.at());
                            case MessageTranslated _ -> Mono.empty();
                            case MessageUntranslated _ -> Mono.empty();
                        });
    }
}

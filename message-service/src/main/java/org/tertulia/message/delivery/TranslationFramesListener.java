package org.tertulia.message.delivery;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.translation.MessageTranslated;
import org.tertulia.contracts.translation.MessageUntranslated;
import org.tertulia.contracts.translation.TranslationEvent;
import org.tertulia.contracts.translation.TranslationResult;
import org.tertulia.message.frames.TranslationFrame;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.kafka.EventCodec;
import org.tertulia.starter.kafka.EventSubscription;

/**
 * Brings translations to the connections here that want them. What does not come, since an instance begins, a connection
 * is behind or the broker is away, a client asks the translation service for.
 */
@Configuration(proxyBeanMethods = false)
class TranslationFramesListener {

    @Bean
    EventSubscription translationFramesSubscription(
            Deliveries deliveries, EventCodec codec, DeletedMessages deleted) {
        return EventSubscription.broadcast(
                "translations",
                Topics.TRANSLATION_EVENTS,
                raw -> {
                    var chatId = ChatId.valueOf(raw.key());
                    // What is dropped stays on the screen until somebody asks anew.
                    if (deliveries.hasReaders(chatId)
                            && codec.decode(raw.value(), TranslationEvent.class)
                                    instanceof TranslationResult event
                            && !deleted.contains(chatId, event.message())) {
                        var frame = deliveries.frame(frame(chatId, event));
                        deliveries.signalIfIdle(
                                new ShardSignal.Translation(chatId, event.language(), frame));
                    }
                });
    }

    private static TranslationFrame frame(ChatId chatId, TranslationResult event) {
        return switch (event) {
            case MessageTranslated e ->
                    new TranslationFrame.Translated(
                            chatId,
                            e.message(),
                            e.version(),
                            e.language(),
                            e.sourceLanguage(),
                            e.text(),
                            e.engine());
            case MessageUntranslated e ->
                    new TranslationFrame.Untranslated(
                            chatId,
                            e.message(),
                            e.version(),
                            e.language(),
                            e.sourceLanguage(),
                            e.reason());
        };
    }
}

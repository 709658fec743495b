package org.tertulia.message.delivery;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.translation.MessageTranslated;
import org.tertulia.contracts.translation.MessageUntranslated;
import org.tertulia.contracts.translation.TranslationEvent;
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
                    if (deliveries.hasReaders(chatId)) {
                        var event = codec.decode(raw.value(), TranslationEvent.class);
                        if (!deleted.contains(chatId, event.message())) {
                            tell(deliveries, chatId, event);
                        }
                    }
                });
    }

    private static void tell(Deliveries deliveries, ChatId chatId, TranslationEvent event) {
        var frame = deliveries.frame(frame(chatId, event));
        deliveries.signalIfIdle(new ShardSignal.Translation(chatId, event.language(), frame));
    }

    private static TranslationFrame frame(ChatId chatId, TranslationEvent event) {
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

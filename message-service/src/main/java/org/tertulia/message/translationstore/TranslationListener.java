package org.tertulia.message.translationstore;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.translation.MessageTranslated;
import org.tertulia.contracts.translation.MessageUntranslated;
import org.tertulia.contracts.translation.TranslationEvent;
import org.tertulia.contracts.translation.TranslationsDropped;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.kafka.EventSieve;
import org.tertulia.starter.kafka.EventSubscription;
import org.tertulia.starter.kafka.ReceivedEvent;
import reactor.core.publisher.Mono;

/** Listens to the translation service. What one poll brings is kept together, and indexed once. */
@Configuration(proxyBeanMethods = false)
class TranslationListener {

    /** The consumer group; its offsets belong to it. */
    static final String GROUP = "message-service.translations";

    @Bean
    EventSubscription translatedEvents(TranslationKeeping keeping) {
        return EventSubscription.sifted(
                GROUP,
                Topics.TRANSLATION_EVENTS,
                TranslationEvent.class,
                MessageTranslated.class::isInstance,
                new Keeping(keeping),
                received -> Mono.empty());
    }

    /** Keeps all that it is asked about, and leaves nothing to the handler. */
    private record Keeping(TranslationKeeping keeping) implements EventSieve<TranslationEvent> {

        @Override
        public boolean takes(TranslationEvent event) {
            return true;
        }

        @Override
        public Mono<Set<Integer>> sift(List<ReceivedEvent<TranslationEvent>> stretch) {
            return keeping.keep(stretch.stream().flatMap(Keeping::translation).toList())
                    .thenReturn(Set.of());
        }

        private static Stream<KeptTranslation> translation(
                ReceivedEvent<TranslationEvent> received) {
            return switch (received.event()) {
                case MessageTranslated event -> Stream.of(TranslationListener.translation(event));
                case MessageUntranslated _ -> Stream.empty();
                case TranslationsDropped _ -> Stream.empty();
            };
        }
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

package org.tertulia.message.translationstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.translation.MessageTranslated;
import org.tertulia.contracts.translation.TranslationEvent;
import org.tertulia.message.MessageApi;
import org.tertulia.starter.kafka.EventSieve;
import org.tertulia.starter.kafka.EventSubscription;
import org.tertulia.starter.kafka.ReceivedEvent;
import org.tertulia.test.IdempotentListenerContract;

class TranslationListenerIT extends MessageApi implements IdempotentListenerContract {

    @Autowired DatabaseClient database;
    @Autowired EventSubscription translatedEvents;

    /** What one poll brings is kept and indexed together, and nothing of it one by one. */
    @Test
    void aStretchShouldBeKeptWhole() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        var stretch =
                Stream.of(event(first, 1), event(second, 1), event(first, 2))
                        .map(e -> new ReceivedEvent<>(UUID.randomUUID(), (TranslationEvent) e))
                        .toList();

        assertThat(sieve().sift(stretch).block(PATIENCE)).isEmpty();

        assertThat(state(first)).asString().startsWith("hola 2");
        assertThat(transaction(first)).isEqualTo(transaction(second));
    }

    @SuppressWarnings("unchecked")
    private EventSieve<TranslationEvent> sieve() {
        return ((EventSubscription.Sifted<TranslationEvent>) translatedEvents).sieve();
    }

    private @Nullable Object transaction(UUID chat) {
        return database.sql("SELECT xmin::text FROM message_translations WHERE chat_id = $1")
                .bind(0, chat)
                .mapValue(String.class)
                .one()
                .block(PATIENCE);
    }

    @Override
    public String listenedTopic() {
        return Topics.TRANSLATION_EVENTS;
    }

    @Override
    public TertuliaEvent event(UUID aggregate, int n) {
        database.sql(
                        """
                        INSERT INTO messages (chat_id, seq, message_id, sender_id, client_message_id, text, posted_at)
                        VALUES ($1, 1, $1, $1, $1, 'hello', now()) ON CONFLICT DO NOTHING
                        """)
                .bind(0, aggregate)
                .then()
                .block(PATIENCE);
        var at = Instant.parse("2026-11-02T09:30:00Z").plus(Duration.ofSeconds(n));
        return new MessageTranslated(aggregate, 1, 1, "es", "en", "hola " + n, "test", at);
    }

    @Override
    public @Nullable Object state(UUID aggregate) {
        return database.sql(
                        "SELECT text || translated_at AS state FROM message_translations WHERE chat_id = $1")
                .bind(0, aggregate)
                .mapValue(String.class)
                .one()
                .block(PATIENCE);
    }
}

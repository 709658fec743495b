package org.tertulia.message.translationstore;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.translation.MessageTranslated;
import org.tertulia.message.MessageApi;
import org.tertulia.test.IdempotentListenerContract;

class TranslationListenerIT extends MessageApi implements IdempotentListenerContract {

    @Autowired DatabaseClient database;

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

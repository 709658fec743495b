package org.tertulia.message.translationstore;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.translation.TranslationsDropped;
import org.tertulia.message.MessageApi;
import org.tertulia.test.IdempotentListenerContract;

class DroppedListenerIT extends MessageApi implements IdempotentListenerContract {

    private static final Instant MORNING = Instant.parse("2026-11-02T09:30:00Z");

    @Autowired DatabaseClient database;

    @Override
    public String listenedTopic() {
        return Topics.TRANSLATION_EVENTS;
    }

    @Override
    public TertuliaEvent event(UUID aggregate, int n) {
        return new TranslationsDropped(aggregate, MORNING.plus(Duration.ofSeconds(n)));
    }

    @Override
    public @Nullable Object state(UUID aggregate) {
        return database.sql("SELECT dropped_at FROM dropped_translations WHERE chat_id = $1")
                .bind(0, aggregate)
                .mapValue(Instant.class)
                .one()
                .block(PATIENCE);
    }
}

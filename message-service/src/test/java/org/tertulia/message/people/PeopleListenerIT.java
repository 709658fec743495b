package org.tertulia.message.people;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.user.ProfileChanged;
import org.tertulia.message.MessageApi;
import org.tertulia.test.IdempotentListenerContract;

class PeopleListenerIT extends MessageApi implements IdempotentListenerContract {

    @Autowired DatabaseClient database;

    @Override
    public String listenedTopic() {
        return Topics.USER_EVENTS;
    }

    @Override
    public TertuliaEvent event(UUID aggregate, int n) {
        return new ProfileChanged(
                aggregate, n, "ana", "Ana " + n, "", null, Instant.parse("2026-11-02T09:30:00Z"));
    }

    @Override
    public @Nullable Object state(UUID aggregate) {
        return database.sql("SELECT version || ' ' || display_name FROM people WHERE user_id = $1")
                .bind(0, aggregate)
                .mapValue(String.class)
                .one()
                .block(Duration.ofSeconds(10));
    }
}

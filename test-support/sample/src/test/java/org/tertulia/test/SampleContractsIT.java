package org.tertulia.test;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.sample.notes.NotePosting;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The contracts hold for a service that is built on the starter as every service is. */
@SampleTest
class SampleContractsIT
        implements SecurityContract,
                ProblemContract,
                OutboxContract,
                IdempotentListenerContract,
                OpenApiContract {

    @Autowired private NotePosting posting;
    @Autowired private DatabaseClient database;

    @Override
    public List<String> securedRequests() {
        var notes = "/api/v1/boards/%s/notes".formatted(UUID.randomUUID());
        return List.of("GET " + notes, "POST " + notes, "GET /api/v1/nowhere", "GET /actuatorx");
    }

    @Override
    public List<String> securedSockets() {
        return List.of("/api/v1/echo");
    }

    @Override
    public String pathOfAPost() {
        return "/api/v1/boards/%s/notes".formatted(UUID.randomUUID());
    }

    @Override
    public String outboxTopic() {
        return Topics.MESSAGE_EVENTS;
    }

    @Override
    public Mono<UUID> change() {
        var board = UUID.randomUUID();
        return posting.post(new ChatId(board), new UserId(UUID.randomUUID()), "changed", false)
                .thenReturn(board);
    }

    @Override
    public String listenedTopic() {
        return Topics.MESSAGE_EVENTS;
    }

    @Override
    public TertuliaEvent event(UUID aggregate, int n) {
        return new MessagePosted(
                aggregate,
                n,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "note " + n,
                MutableClock.atNoon().instant());
    }

    @Override
    public @Nullable Object state(UUID aggregate) {
        var texts =
                database.sql("select text from copies where board_id = :id order by position")
                        .bind("id", aggregate)
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block();
        return texts == null || texts.isEmpty() ? null : texts;
    }
}

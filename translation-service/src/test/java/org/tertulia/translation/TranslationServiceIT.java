package org.tertulia.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.message.MessageEdited;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.kafka.EventSubscription;
import org.tertulia.test.FixedIds;
import org.tertulia.test.IdempotentListenerContract;
import org.tertulia.test.OpenApiContract;
import org.tertulia.test.OutboxContract;
import org.tertulia.test.ProblemContract;
import org.tertulia.test.SecurityContract;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.store.NewTranslation;
import org.tertulia.translation.store.TranslationStore;
import reactor.core.publisher.Mono;

/** What the translation service owes everybody, as every service does. */
class TranslationServiceIT extends TranslationApi
        implements SecurityContract,
                ProblemContract,
                OutboxContract,
                IdempotentListenerContract,
                OpenApiContract {

    private static final String CHAT = "/api/v1/chats/00000000-0000-7000-8000-000000000404";
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    @Autowired TranslationStore store;
    @Autowired List<EventSubscription> subscriptions;

    @Override
    public List<String> securedRequests() {
        var choice = PATH + "/preferences/chats/00000000-0000-7000-8000-000000000404";
        return List.of(
                "POST " + PATH,
                "GET " + PATH + "?text=hola",
                "POST " + PATH + "/batch",
                "GET " + PATH + "/languages",
                "GET " + PATH + "/preferences",
                "PUT " + PATH + "/preferences",
                "PUT " + choice,
                "DELETE " + choice,
                "GET " + CHAT + "/translations?seqs=1&language=en",
                "GET " + CHAT + "/glossary",
                "POST " + CHAT + "/glossary",
                "DELETE " + CHAT + "/glossary/00000000-0000-7000-8000-000000000404");
    }

    @Override
    public String pathOfAPost() {
        return PATH;
    }

    @Override
    public String outboxTopic() {
        return Topics.TRANSLATION_EVENTS;
    }

    /** A translation is kept. */
    @Override
    public Mono<UUID> change() {
        var aggregate = UUID.randomUUID();
        var made =
                new NewTranslation(
                        new ChatId(aggregate),
                        1,
                        1,
                        new Language("en"),
                        new Language("es"),
                        "Hello",
                        "mirror");
        return store.keep(made, 0).thenReturn(aggregate);
    }

    @Override
    public String listenedTopic() {
        return Topics.MESSAGE_EVENTS;
    }

    /** Somebody edits a message, again and again. */
    @Override
    public TertuliaEvent event(UUID aggregate, int n) {
        var by = FixedIds.id(1);
        return new MessageEdited(aggregate, n + 1L, 1, n + 1, "text", null, by, NOON, null);
    }

    @Override
    public @Nullable Object state(UUID aggregate) {
        return database.sql(
                        "select message || ' before ' || version as state from forgotten where chat_id = :chat")
                .bind("chat", aggregate)
                .mapValue(String.class)
                .one()
                .block(LIMIT);
    }

    @Test
    void theConsumerGroupsArePinned() {
        assertThat(subscriptions)
                .map(it -> ((EventSubscription.Ordered<?>) it).group())
                .containsExactlyInAnyOrder(
                        "translation-service.wanted", "translation-service.forgetting");
    }
}

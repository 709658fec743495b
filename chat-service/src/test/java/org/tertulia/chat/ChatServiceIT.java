package org.tertulia.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.chat.ledger.ChatChange.Opened;
import org.tertulia.chat.ledger.ChatLedger;
import org.tertulia.chat.ledger.Chats;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.user.ProfileChanged;
import org.tertulia.starter.kafka.EventSubscription;
import org.tertulia.test.IdempotentListenerContract;
import org.tertulia.test.OpenApiContract;
import org.tertulia.test.OutboxContract;
import org.tertulia.test.ProblemContract;
import org.tertulia.test.SecurityContract;
import reactor.core.publisher.Mono;

/** What the chat service owes everybody, as every service does. */
class ChatServiceIT extends ChatApi
        implements SecurityContract,
                ProblemContract,
                OutboxContract,
                IdempotentListenerContract,
                OpenApiContract {

    private static final String SOME_CHAT = "/api/v1/chats/00000000-0000-7000-8000-000000000404";

    @Autowired ChatLedger ledger;
    @Autowired TransactionalOperator transactions;
    @Autowired EventSubscription subscription;

    @Override
    public List<String> securedRequests() {
        return List.of(
                "GET /api/v1/chats",
                "GET /api/v1/chats/private",
                "POST /api/v1/chats/private",
                "GET /api/v1/chats/group",
                "POST /api/v1/chats/group",
                "GET /api/v1/chats/public",
                "POST /api/v1/chats/public",
                "GET " + SOME_CHAT,
                "PUT " + SOME_CHAT,
                "DELETE " + SOME_CHAT,
                "PUT " + SOME_CHAT + "/picture",
                "DELETE " + SOME_CHAT + "/picture",
                "GET " + SOME_CHAT + "/emoji",
                "PUT " + SOME_CHAT + "/emoji/wink",
                "DELETE " + SOME_CHAT + "/emoji/wink",
                "GET " + SOME_CHAT + "/members",
                "PUT " + SOME_CHAT + "/members/00000000-0000-7000-8000-000000000404",
                "DELETE " + SOME_CHAT + "/members/00000000-0000-7000-8000-000000000404");
    }

    @Override
    public String pathOfAPost() {
        return "/api/v1/chats/public";
    }

    @Override
    public String outboxTopic() {
        return Topics.CHAT_EVENTS;
    }

    @Override
    public Mono<UUID> change() {
        var owner = Chats.person();
        var opened = Chats.publicChat(owner, "Plaza");
        var now = new Opened(opened.chat(), opened.members(), owner.userId(), Instant.now());
        return ledger.open(now).map(chat -> chat.id().value()).as(transactions::transactional);
    }

    @Override
    public String listenedTopic() {
        return Topics.USER_EVENTS;
    }

    @Override
    public TertuliaEvent event(UUID aggregate, int n) {
        return new ProfileChanged(aggregate, n, "ana" + n, "Ana", "", null, Instant.now());
    }

    @Override
    public @Nullable Object state(UUID aggregate) {
        return database.sql(
                        "select count(*) as n from people where user_id = :id having count(*) > 0")
                .bind("id", aggregate)
                .map(row -> row.get("n", Long.class))
                .one()
                .block(ChatApi.PATIENCE);
    }

    @Test
    void theConsumerGroupIsPinned() {
        assertThat(subscription)
                .isInstanceOfSatisfying(
                        EventSubscription.Ordered.class,
                        ordered ->
                                assertThat(ordered.group()).isEqualTo("chat-service.know-people"));
    }
}

package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tertulia.contracts.Topics;
import org.tertulia.test.TestEvents;

/** Who is let into a chat, also while the service has not heard of them yet. */
class AccessIT extends MessageApi {

    @Test
    void whoIsNotAMemberShouldFindNoChat() {
        var chat = chatOf(ana);
        for (var response :
                List.of(
                        bruno.get(client, "/api/v1/chats/{id}/messages", chat.id()),
                        bruno.get(client, "/api/v1/chats/{id}/messages/1", chat.id()),
                        bruno.get(client, "/api/v1/chats/{id}/log", chat.id()),
                        bruno.post(client, chat.id(), UUID.randomUUID(), "x"),
                        bruno.post(client, UUID.randomUUID(), UUID.randomUUID(), "x"))) {
            response.expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo(PROBLEM + "chat-not-found");
        }
    }

    @Test
    void whoHasJustJoinedShouldBeLetInWhenTheReplicaHasCaughtUp() {
        var chat = TestChat.untold(ana.id());
        var created = chat.creation(ana.id());
        answer(chat, 1, "owner");
        CompletableFuture.delayedExecutor(400, TimeUnit.MILLISECONDS)
                .execute(() -> TestEvents.publish(Topics.CHAT_EVENTS, created));

        assertThat(steps.say(ana, chat, "at once").path("seq").asLong()).isEqualTo(2);
        assertThat(chatService.received().getFirst().authorization()).startsWith("Bearer ey");
    }

    @Test
    void whoseMembershipHasNotArrivedShouldComeBackLater() {
        var chat = TestChat.untold(ana.id());
        answer(chat, 1, "owner");
        var response = ana.post(client, chat.id(), UUID.randomUUID(), "too early");

        response.expectStatus().isEqualTo(503).expectHeader().exists("Retry-After");
    }

    @Test
    void aPublicChatThatOneHasNotJoinedShouldNotBeFound() {
        var chat = chatOf(ana);
        chatService.answer(
                "GET", "/api/v1/chats/" + chat.id(), 200, "{\"version\":1,\"myRole\":null}");
        bruno.post(client, chat.id(), UUID.randomUUID(), "x").expectStatus().isNotFound();
    }

    private void answer(TestChat chat, long version, String role) {
        chatService.answer(
                "GET",
                "/api/v1/chats/" + chat.id(),
                200,
                "{\"id\":\"%s\",\"version\":%d,\"myRole\":\"%s\",\"kind\":\"group\"}"
                        .formatted(chat.id(), version, role));
    }
}

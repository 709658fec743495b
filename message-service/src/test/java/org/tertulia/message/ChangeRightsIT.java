package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.tertulia.contracts.Topics;
import org.tertulia.test.TestEvents;

/** Who may change what, over HTTP and over a connection alike. */
class ChangeRightsIT extends ChangesApi {

    private static final Map<String, String> OPS =
            Map.of(
                    "message.edit", ",\"version\":1,\"text\":\"x\"",
                    "message.delete", "",
                    "reaction.add", ",\"emoji\":\"👍\"",
                    "reaction.remove", ",\"emoji\":\"👍\"",
                    "message.pin", "",
                    "message.unpin", "");

    private final TestPerson carla = TestPerson.somebody();

    @Test
    void aStrangerShouldFindNoChat() {
        var chat = chatOf(ana, bruno);
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();

        expectRefusedEverything(carla, chat, seq, 404, "chat-not-found");
        expectProblem(
                carla.get(client, MESSAGE + "/versions", chat.id(), seq), 404, "chat-not-found");
        expectProblem(carla.get(client, REACTION, chat.id(), seq, HEART), 404, "chat-not-found");
        expectProblem(
                carla.get(client, "/api/v1/chats/{id}/pins", chat.id()), 404, "chat-not-found");
        assertThat(lastSeq(ana, chat)).isEqualTo(2);
    }

    @Test
    void aRemovedMemberShouldFindNoChat() {
        var chat = chatOf(ana, bruno);
        var seq = steps.say(bruno, chat, "hola").path("seq").asLong();
        chat.remove(bruno.id());
        Awaitility.await().until(() -> lastSeq(ana, chat) == 3);

        expectRefusedEverything(bruno, chat, seq, 404, "chat-not-found");
        assertThat(lastSeq(ana, chat)).isEqualTo(3);
    }

    @Test
    void aDeletedChatShouldNotBeFound() {
        var chat = chatOf(ana, bruno);
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();
        chat.delete();
        Awaitility.await()
                .until(
                        () ->
                                ana.get(client, MESSAGE, chat.id(), seq)
                                                .expectBody()
                                                .returnResult()
                                                .getStatus()
                                                .value()
                                        == 404);

        expectRefusedEverything(ana, chat, seq, 404, "chat-not-found");
    }

    @Test
    void whatIsNoMessageShouldNotBeFound() {
        var chat = chatOf(ana, bruno);

        expectRefusedEverything(ana, chat, 1, 404, "message-not-found");
        expectRefusedEverything(ana, chat, 99, 404, "message-not-found");
        expectRefusedEverything(ana, chat, -1, 404, "message-not-found");
    }

    @Test
    void nothingShouldHappenToADeletedMessage() {
        var chat = chatOf(ana, bruno);
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();
        delete(ana, MESSAGE, chat.id(), seq).expectStatus().isNoContent();

        expectProblem(edit(ana, chat, seq, "\"1\"", "x"), 410, "message-deleted");
        expectProblem(put(bruno, REACTION, chat.id(), seq, HEART), 410, "message-deleted");
        expectProblem(put(bruno, PIN, chat.id(), seq), 410, "message-deleted");
        assertThat(lastSeq(ana, chat)).isEqualTo(3);
    }

    @Test
    void othersShouldNeitherEditNorDelete() {
        var chat = chatOf(ana, bruno, carla);
        var seq = steps.say(bruno, chat, "hola").path("seq").asLong();

        for (var other : List.of(ana, carla)) {
            expectProblem(edit(other, chat, seq, "\"1\"", "x"), 403, "forbidden");
            expectRefused(other, "message.edit", chat, seq, 403, "forbidden");
        }
        expectProblem(delete(carla, MESSAGE, chat.id(), seq), 403, "forbidden");
        expectRefused(carla, "message.delete", chat, seq, 403, "forbidden");
        assertThat(lastSeq(ana, chat)).isEqualTo(2);
        delete(ana, MESSAGE, chat.id(), seq).expectStatus().isNoContent();
    }

    @Test
    void inAPrivateChatNobodyShouldDeleteWhatTheOtherSaid() {
        var chat = TestChat.ofTwo(ana.id(), bruno.id());
        steps.awaitMember(ana, chat);
        var seq = steps.say(bruno, chat, "hola").path("seq").asLong();

        expectProblem(delete(ana, MESSAGE, chat.id(), seq), 403, "forbidden");
        put(ana, PIN, chat.id(), seq).expectStatus().isNoContent();
    }

    @Test
    void inAPublicChatOnlyThoseWhoRunItShouldPinAndDelete() {
        var chat = TestChat.open(ana.id(), bruno.id(), carla.id());
        steps.awaitMember(ana, chat);
        var seq = steps.say(carla, chat, "hola").path("seq").asLong();

        for (var op : List.of("message.pin", "message.unpin", "message.delete")) {
            expectRefused(bruno, op, chat, seq, 403, "forbidden");
        }
        expectProblem(put(bruno, PIN, chat.id(), seq), 403, "forbidden");
        expectProblem(delete(bruno, PIN, chat.id(), seq), 403, "forbidden");
        expectProblem(put(carla, PIN, chat.id(), seq), 403, "forbidden");
        assertThat(lastSeq(ana, chat)).isEqualTo(2);
        put(ana, PIN, chat.id(), seq).expectStatus().isNoContent();
        TestEvents.publish(Topics.CHAT_EVENTS, chat.promotion(bruno.id()));
        Awaitility.await().until(() -> lastSeq(ana, chat) == 4);
        delete(bruno, PIN, chat.id(), seq).expectStatus().isNoContent();
        delete(bruno, MESSAGE, chat.id(), seq).expectStatus().isNoContent();
        assertThat(lastSeq(ana, chat)).isEqualTo(6);
    }

    @Test
    void whoHasJustJoinedShouldBeLetInWhenTheReplicaHasCaughtUp() {
        var chat = chatOf(ana);
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();
        var added = chat.addition(bruno.id());
        chatService.answer(
                "GET", "/api/v1/chats/" + chat.id(), 200, "{\"version\":2,\"myRole\":\"member\"}");
        try (var b = bruno.connect(port)) {
            b.send(reaction("reaction.add", chat, seq, HEART));
            TestEvents.publish(Topics.CHAT_EVENTS, added);

            assertThat(answer(b, "reaction.add", seq).path("op").asString()).isEqualTo("done");
        }
    }

    @Test
    void whoseMembershipHasNotArrivedShouldComeBackLater() {
        var chat = chatOf(ana);
        var seq = steps.say(ana, chat, "hola").path("seq").asLong();
        chatService.answer(
                "GET", "/api/v1/chats/" + chat.id(), 200, "{\"version\":2,\"myRole\":\"member\"}");

        put(bruno, PIN, chat.id(), seq)
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After");
    }

    private void expectRefusedEverything(
            TestPerson person, TestChat chat, long seq, int status, String slug) {
        expectProblem(edit(person, chat, seq, "\"1\"", "x"), status, slug);
        expectProblem(delete(person, MESSAGE, chat.id(), seq), status, slug);
        expectProblem(put(person, REACTION, chat.id(), seq, HEART), status, slug);
        expectProblem(delete(person, REACTION, chat.id(), seq, HEART), status, slug);
        expectProblem(put(person, PIN, chat.id(), seq), status, slug);
        expectProblem(delete(person, PIN, chat.id(), seq), status, slug);
        OPS.keySet().forEach(op -> expectRefused(person, op, chat, seq, status, slug));
    }

    private void expectRefused(
            TestPerson person, String op, TestChat chat, long seq, int status, String slug) {
        try (var connection = person.connect(port)) {
            connection.send(frame(op, chat, seq, OPS.get(op)));
            var error = answer(connection, op, seq);
            assertThat(error.path("op").asString()).isEqualTo("error");
            assertThat(error.path("re").asString()).isEqualTo(op);
            assertThat(error.path("chatId").asString()).isEqualTo(chat.id().toString());
            assertThat(error.path("message").asLong()).isEqualTo(seq);
            assertThat(error.path("problem").path("status").asInt()).isEqualTo(status);
            assertThat(error.path("problem").path("type").asString()).isEqualTo(PROBLEM + slug);
        }
    }
}

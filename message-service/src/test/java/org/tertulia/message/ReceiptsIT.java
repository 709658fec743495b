package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** Receipts over HTTP: who may ask, where there are any, and that they never go back. */
class ReceiptsIT extends MessageApi {

    private static final String RECEIPTS = "/receipts";

    @Autowired DatabaseClient database;
    private final TestPerson carla = TestPerson.somebody();
    private Personal my;

    @BeforeEach
    void meet() {
        my = new Personal(ana, client);
    }

    @Test
    void whoHasReadAMessageShouldBeSeenByEveryMember() {
        var chat = chatOf(ana, bruno, carla);
        var talk = new Talk(client, database, chat);
        var first = talk.say(ana, "1");
        var last = talk.say(ana, "2");
        talk.put(bruno, "/read-marker", Map.of("seq", first));

        for (var asking : List.of(ana, bruno, carla)) {
            var read = items(talk.get(asking, ofMessage(first)));
            assertThat(read).hasSize(2);
            assertThat(of(read, bruno).path("read").asBoolean()).isTrue();
            assertThat(of(read, bruno).path("delivered").asBoolean()).isTrue();
            assertThat(of(read, carla).path("read").asBoolean()).isFalse();
            assertThat(of(read, carla).path("delivered").asBoolean()).isFalse();
            var unread = of(items(talk.get(asking, ofMessage(last))), bruno);
            assertThat(unread.path("read").asBoolean()).isFalse();
            assertThat(unread.path("delivered").asBoolean()).isFalse();
        }
        var position = of(items(talk.get(carla, RECEIPTS)), bruno);
        assertThat(position.path("readSeq").asLong()).isEqualTo(first);
        assertThat(position.path("deliveredSeq").asLong()).isEqualTo(first);
        assertThat(position.path("sinceSeq").asLong()).isEqualTo(1);
    }

    @Test
    void whoIsNotAMemberShouldSeeNothing() {
        var chat = chatOf(ana);
        var talk = new Talk(client, database, chat);
        var seq = talk.say(ana, "1");
        for (var path : List.of(RECEIPTS, ofMessage(seq))) {
            var problem = talk.send(bruno, HttpMethod.GET, path, null, 404);
            assertThat(problem.path("type").asString()).isEqualTo(PROBLEM + "chat-not-found");
            client.get()
                    .uri("/api/v1/chats/" + chat.id() + path)
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
        }
        client.get().uri("/api/v1/receipts/preference").exchange().expectStatus().isUnauthorized();
        var problem = talk.send(ana, HttpMethod.GET, ofMessage(1), null, 404);
        assertThat(problem.path("type").asString()).isEqualTo(PROBLEM + "message-not-found");
        talk.send(ana, HttpMethod.GET, RECEIPTS + "?cursor=x", null, 400);
    }

    @Test
    void whoCameLaterShouldNotCountForWhatWasSaidBefore() {
        var chat = chatOf(ana, bruno);
        var talk = new Talk(client, database, chat);
        var before = talk.say(ana, "1");
        chat.add(carla.id());
        steps.awaitMember(carla, chat);
        var after = talk.say(ana, "2");

        assertThat(items(talk.get(ana, ofMessage(before)))).hasSize(1);
        assertThat(items(talk.get(ana, ofMessage(after)))).hasSize(2);
        assertThat(of(items(talk.get(ana, RECEIPTS)), carla).path("sinceSeq").asLong())
                .isEqualTo(before + 1);
    }

    @Test
    void aThreadShouldHaveItsOwnReaders() {
        var talk = new Talk(client, database, chatOf(ana, bruno, carla));
        var root = talk.say(bruno, "1");
        var reply = talk.say(ana, "2", root);
        talk.put(carla, "/read-marker", Map.of("seq", reply));
        talk.put(bruno, "/threads/" + root + "/read-marker", Map.of("seq", reply));

        var receipts = items(talk.get(ana, ofMessage(reply)));
        assertThat(of(receipts, bruno).path("read").asBoolean()).isTrue();
        assertThat(of(receipts, carla).path("read").asBoolean()).isFalse();
        assertThat(of(receipts, carla).path("delivered").asBoolean()).isTrue();
    }

    @Test
    void theListsShouldComeByPage() {
        var talk = new Talk(client, database, chatOf(ana, bruno, carla));
        var seq = talk.say(ana, "1");
        for (var path : List.of(RECEIPTS, ofMessage(seq))) {
            var all = items(talk.get(ana, path));
            var first = talk.get(ana, path + "?limit=1");
            var next = first.path("next").asString();
            var rest = talk.get(ana, path + "?limit=100&cursor=" + next);
            assertThat(items(first)).containsExactly(all.getFirst());
            assertThat(items(rest)).containsExactlyElementsOf(all.subList(1, all.size()));
            assertThat(rest.path("next").isNull()).isTrue();
        }
    }

    @Test
    void markingAsUnreadShouldTakeNothingBack() {
        var talk = new Talk(client, database, chatOf(ana, bruno));
        var first = talk.say(ana, "1");
        var last = talk.say(ana, "2");
        talk.put(bruno, "/read-marker", Map.of("seq", last));
        assertThat(talk.put(bruno, "/unread-marker", Map.of("seq", first)).path("unread").asInt())
                .isEqualTo(2);

        assertThat(of(items(talk.get(ana, ofMessage(last))), bruno).path("read").asBoolean())
                .isTrue();
        var position = of(items(talk.get(ana, RECEIPTS)), bruno);
        assertThat(position.path("readSeq").asLong()).isEqualTo(last);
        talk.put(bruno, "/read-marker", Map.of("seq", first));
        assertThat(of(items(talk.get(ana, RECEIPTS)), bruno)).isEqualTo(position);
    }

    @Test
    void aChatThatDoesNotAllowThemShouldSaySo() {
        var chat = chatOf(ana, bruno);
        var talk = new Talk(client, database, chat);
        var seq = talk.say(ana, "1");
        assertThat(talk.conversation(ana).path("receipts").asBoolean()).isTrue();
        chat.receipts(false);
        Awaitility.await().until(() -> !talk.conversation(ana).path("receipts").asBoolean());
        expectNone(talk, seq, "chat-without-receipts");
        chat.receipts(true);
        Awaitility.await().until(() -> talk.conversation(ana).path("receipts").asBoolean());
        assertThat(items(talk.get(ana, RECEIPTS))).hasSize(2);
    }

    @Test
    void aPublicChatShouldHaveNone() {
        var chat = TestChat.open(ana.id(), bruno.id());
        steps.awaitMember(ana, chat);
        var talk = new Talk(client, database, chat);
        var seq = talk.say(ana, "1");
        assertThat(talk.conversation(ana).path("receipts").asBoolean()).isFalse();
        expectNone(talk, seq, "chat-without-receipts");
    }

    @Test
    void whoSendsNoneShouldSeeNone() {
        var talk = new Talk(client, database, chatOf(ana, bruno, carla));
        var seq = talk.say(carla, "1");
        talk.put(ana, "/read-marker", Map.of("seq", seq));
        assertThat(preference().path("send").asBoolean()).isTrue();
        prefer(false);
        assertThat(preference().path("send").asBoolean()).isFalse();

        expectNone(talk, seq, "receipts-turned-off");
        assertThat(items(talk.get(bruno, RECEIPTS))).hasSize(2).noneMatch(r -> isOf(r, ana));
        assertThat(items(talk.get(carla, ofMessage(seq)))).hasSize(1).noneMatch(r -> isOf(r, ana));

        prefer(true);
        assertThat(of(items(talk.get(carla, ofMessage(seq))), ana).path("read").asBoolean())
                .isTrue();
        assertThat(items(talk.get(ana, RECEIPTS))).hasSize(3);
    }

    @Test
    void aPreferenceShouldSayWhatItIs() {
        my.put("/api/v1/receipts/preference", Map.of()).expectStatus().isBadRequest();
        assertThat(preference().path("send").asBoolean()).isTrue();
    }

    private JsonNode preference() {
        return my.list("/api/v1/receipts/preference");
    }

    private void prefer(boolean send) {
        my.put("/api/v1/receipts/preference", Map.of("send", send)).expectStatus().isOk();
    }

    private void expectNone(Talk talk, long seq, String problem) {
        for (var path : List.of(RECEIPTS, ofMessage(seq))) {
            var answer = talk.send(ana, HttpMethod.GET, path, null, 409);
            assertThat(answer.path("type").asString()).isEqualTo(PROBLEM + problem);
        }
    }

    private static String ofMessage(long seq) {
        return "/messages/" + seq + RECEIPTS;
    }

    private static List<JsonNode> items(JsonNode page) {
        return page.path("items").valueStream().toList();
    }

    private static boolean isOf(JsonNode receipt, TestPerson person) {
        return receipt.path("userId").asString().equals(person.id().toString());
    }

    private static JsonNode of(List<JsonNode> receipts, TestPerson person) {
        return receipts.stream().filter(r -> isOf(r, person)).findFirst().orElseThrow();
    }
}

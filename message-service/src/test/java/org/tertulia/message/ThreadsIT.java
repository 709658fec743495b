package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** Reading threads, following them, and what is unread in them. */
class ThreadsIT extends RealtimeApi {

    @Autowired DatabaseClient database;

    @Test
    void aThreadShouldPageBothWays() {
        var talk = talk(chatOf(ana, bruno));
        var root = talk.say(ana, "root");
        for (int i = 0; i < 5; i++) {
            talk.say(bruno, "r" + i, root);
            talk.say(bruno, "beside it");
        }
        var path = "/threads/" + root + "/messages";
        var newest = talk.get(ana, path + "?limit=2");
        assertThat(texts(newest)).containsExactly("r3", "r4");
        var older = talk.get(ana, path + "?limit=2&before=" + newest.path("before").asString());
        assertThat(texts(older)).containsExactly("r1", "r2");
        var newer = talk.get(ana, path + "?limit=9&after=" + older.path("after").asString());
        assertThat(texts(newer)).containsExactly("r3", "r4");
        var middle = older.path("items").path(1).path("seq").asLong();
        assertThat(texts(talk.get(ana, path + "?limit=3&around=" + middle)))
                .containsExactly("r1", "r2", "r3");
        assertThat(texts(talk.get(ana, "/messages"))).containsOnly("root", "beside it");
    }

    @Test
    void whatHasNoThreadShouldNotBeFound() {
        var talk = talk(chatOf(ana));
        var root = talk.say(ana, "root");
        var reply = talk.say(ana, "reply", root);

        for (var seq : List.of(reply, 1L, 99L)) {
            var problem =
                    talk.send(ana, HttpMethod.GET, "/threads/" + seq + "/messages", null, 404);
            assertThat(problem.path("type").asString()).isEqualTo(PROBLEM + "message-not-found");
            talk.send(ana, HttpMethod.PUT, "/threads/" + seq + "/follow", null, 404);
            talk.send(
                    ana, HttpMethod.PUT, "/threads/" + seq + "/read-marker", Map.of("seq", 1), 404);
        }
    }

    @Test
    void whoIsNotAMemberShouldFindNoThread() {
        var talk = talk(chatOf(ana));
        var thread = "/threads/" + talk.say(ana, "root");

        for (var request : List.of("GET /messages", "PUT /follow", "DELETE /follow")) {
            var parts = request.split(" ");
            var problem =
                    talk.send(bruno, HttpMethod.valueOf(parts[0]), thread + parts[1], null, 404);
            assertThat(problem.path("type").asString()).isEqualTo(PROBLEM + "chat-not-found");
        }
        talk.send(bruno, HttpMethod.PUT, thread + "/read-marker", Map.of("seq", 1), 404);
    }

    @Test
    void followedThreadsShouldTellWhatIsUnreadInThem() {
        var talk = talk(chatOf(ana, bruno));
        var first = talk.say(ana, "first");
        var second = talk.say(bruno, "second");
        talk.say(bruno, "1", first);
        talk.say(bruno, "2", first);
        assertThat(talk.conversation(ana).path("threadsUnread").asInt()).isEqualTo(1);
        assertThat(talk.conversation(ana).path("unread").asInt()).isEqualTo(1);

        var followed = talk.put(ana, "/threads/" + second + "/follow", Map.of());
        assertThat(followed.path("following").asBoolean()).isTrue();
        var last = talk.say(bruno, "3", second);
        var threads = steps.read(ana, "/api/v1/threads").path("items");
        assertThat(threads.valueStream().map(t -> t.path("root").path("seq").asLong()))
                .startsWith(second, first);
        assertThat(threads.path(0).path("unread").asInt()).isEqualTo(1);
        assertThat(threads.path(0).path("root").path("replies").path("lastSeq").asLong())
                .isEqualTo(last);
        assertThat(threads.path(1).path("unread").asInt()).isEqualTo(2);

        var read = talk.put(ana, "/threads/" + first + "/read-marker", Map.of("seq", last));
        assertThat(read.path("readSeq").asLong()).isEqualTo(last);
        assertThat(read.path("unread").asInt()).isZero();
        assertThat(talk.delete(ana, "/threads/" + second + "/follow").path("following").asBoolean())
                .isFalse();
        assertThat(talk.conversation(ana).path("threadsUnread").asInt()).isZero();
        assertThat(steps.read(ana, "/api/v1/threads").path("items").size()).isEqualTo(1);
    }

    @Test
    void theListShouldPage() {
        var talk = talk(chatOf(ana));
        for (int i = 0; i < 3; i++) {
            talk.say(ana, "reply", talk.say(ana, "root"));
        }
        var first = steps.read(ana, "/api/v1/threads?limit=2");
        var second =
                steps.read(
                        ana, "/api/v1/threads?limit=2&before={c}", first.path("before").asString());
        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("before").isNull()).isTrue();
        ana.get(client, "/api/v1/threads?before=x").expectStatus().isBadRequest();
    }

    @Test
    void whatIsReadInAThreadShouldReachTheOtherDevices() {
        var chat = chatOf(ana, bruno);
        var talk = talk(chat);
        var root = talk.say(ana, "root");
        var reply = talk.say(bruno, "reply", root);
        try (var phone = ana.connect(port);
                var desk = ana.connect(port)) {
            phone.send(
                    "{\"op\":\"thread.read\",\"chatId\":\"%s\",\"thread\":%d,\"seq\":%d}"
                            .formatted(chat.id(), root, reply));
            for (var device : List.of(phone, desk)) {
                var told = device.await("thread.read");
                assertThat(told.path("thread").asLong()).isEqualTo(root);
                assertThat(told.path("readSeq").asLong()).isEqualTo(reply);
                assertThat(told.path("unread").asInt()).isZero();
                assertThat(told.path("following").asBoolean()).isTrue();
            }
            talk.delete(ana, "/threads/" + root + "/follow");
            desk.await(f -> f.has("following") && !f.path("following").asBoolean());

            phone.send(
                    "{\"op\":\"thread.read\",\"chatId\":\"%s\",\"thread\":99,\"seq\":1}"
                            .formatted(chat.id()));
            assertThat(phone.await("error").path("re").asString()).isEqualTo("thread.read");
            phone.send(
                    "{\"op\":\"thread.read\",\"chatId\":\"%s\",\"thread\":%d,\"seq\":-1}"
                            .formatted(UUID.randomUUID(), root));
            phone.await(2, f -> f.path("op").asString().equals("error"));
        }
    }

    private Talk talk(TestChat chat) {
        return new Talk(client, database, chat);
    }

    private static List<String> texts(JsonNode page) {
        return page.path("items").valueStream().map(m -> m.path("text").asString()).toList();
    }
}

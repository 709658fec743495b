package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.message.Personal.awaitAfter;
import static org.tertulia.message.Personal.awaitPresence;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tertulia.test.TestSocket;
import tools.jackson.databind.JsonNode;

/** Drafts, presence and typing over connections to two instances. */
class PersonalOpsIT extends TwoInstancesApi {

    private Personal my;

    @BeforeEach
    void prepare() {
        my = new Personal(ana, client);
    }

    @Test
    void aDraftShouldReachTheOtherDevicesAndLoseNothing() {
        var chat = chatOf(ana, bruno);
        try (var phone = ana.connect(port);
                var desk = ana.connect(second.port());
                var b = bruno.connect(second.port())) {
            phone.send(draft(chat, "hola", 0, "d1"));
            var done = answer(phone, "d1");
            var told = desk.await("draft");
            assertThat(told.path("text").asString()).isEqualTo("hola");
            assertThat(told.path("version")).isEqualTo(done.path("version"));
            var base = done.path("version").asLong();
            desk.send(draft(chat, "hola desde el tren", base, "d2"));
            answer(desk, "d2");
            phone.send(draft(chat, "buenos días", base, "d3"));
            answer(phone, "d3");

            var conflict = phone.await(f -> isDraft(f) && f.has("replaced"));
            assertThat(conflict.path("replaced").path("text").asString())
                    .isEqualTo("hola desde el tren");
            desk.await(f -> isDraft(f) && f.path("text").asString().equals("buenos días"));
            assertThat(phone.frames().stream().filter(PersonalOpsIT::isDraft))
                    .noneMatch(f -> f.path("text").asString().equals("hola"));
            assertThat(b.frames()).noneMatch(PersonalOpsIT::isDraft);
        }
    }

    private static boolean isDraft(JsonNode frame) {
        return frame.path("op").asString().equals("draft");
    }

    @Test
    void oneDeviceThatSomebodyIsAtShouldBeEnough() {
        chatOf(ana, bruno);
        try (var phone = ana.connect(port);
                var desk = ana.connect(second.port());
                var b = bruno.connect(port)) {
            phone.send(presence("away", "\"automatic\":true,\"requestId\":\"p1\""));
            assertThat(answer(phone, "p1").has("version")).isFalse();
            desk.send(presence("away", "\"text\":\"café\",\"requestId\":\"p2\""));
            assertThat(answer(desk, "p2").path("version").asLong()).isEqualTo(1);
            b.await(f -> isShown(f, "away"));
            assertThat(phone.await("presence.own").path("text").asString()).isEqualTo("café");
            phone.send(presence("online", "\"automatic\":true"));
            var online = b.await(f -> isShown(f, "online"));
            phone.close();
            awaitAfter(b, online, f -> isShown(f, "away"));
        }
    }

    private static boolean isShown(JsonNode frame, String status) {
        return frame.path("op").asString().equals("presence")
                && frame.path("status").asString().equals(status)
                && frame.path("text").asString("").equals("café");
    }

    @Test
    void whoIsInvisibleShouldBeSoEverywhereAndWriteUnseen() {
        var chat = chatOf(ana, bruno);
        try (var b = bruno.connect(second.port());
                var phone = ana.connect(port);
                var desk = ana.connect(second.port())) {
            awaitPresence(b, ana, "online");
            phone.send(presence("invisible", "\"requestId\":\"p1\""));
            answer(phone, "p1");
            awaitPresence(b, ana, "offline");
            assertThat(desk.await("presence.own").path("status").asString()).isEqualTo("invisible");
            desk.send(presence("online", "\"automatic\":true,\"requestId\":\"p2\""));
            answer(desk, "p2");
            desk.send(typing(chat, ""));
            phone.send(typing(chat, ""));
            steps.say(ana, chat, "hola");
            b.await("entry");
            assertThat(b.frames()).noneMatch(PersonalOpsIT::isTyping);
            phone.send(presence("online", "\"requestId\":\"p3\""));
            answer(phone, "p3");
            b.await(2, f -> f.path("status").asString("").equals("online"));
        }
    }

    @Test
    void whoWritesShouldBeSeenByTheOthersOnceInAWhile() {
        var chat = chatOf(ana, bruno);
        var stranger = TestPerson.somebody();
        try (var phone = ana.connect(port);
                var desk = ana.connect(second.port());
                var b = bruno.connect(second.port());
                var s = stranger.connect(second.port())) {
            phone.send(typing(chat, ""));
            phone.send(typing(chat, ",\"thread\":1"));
            var told = b.await("typing");
            assertThat(told.path("chatId").asString()).isEqualTo(chat.id().toString());
            assertThat(told.path("userId").asString()).isEqualTo(ana.id().toString());
            assertThat(told.path("untilMs").asLong()).isGreaterThan(System.currentTimeMillis());
            desk.send(typing(chat, ",\"thread\":1"));
            b.await(f -> isTyping(f) && f.path("thread").asLong() == 1);
            steps.say(ana, chat, "hola");
            for (var connection : List.of(phone, desk)) {
                connection.await("entry");
                assertThat(connection.frames()).noneMatch(PersonalOpsIT::isTyping);
            }
            assertThat(b.frames().stream().filter(PersonalOpsIT::isTyping)).hasSize(2);
            assertThat(s.frames()).noneMatch(PersonalOpsIT::isTyping);
        }
    }

    private static boolean isTyping(JsonNode frame) {
        return frame.path("op").asString().equals("typing");
    }

    @Test
    void inALargeChatItShouldNotBeToldWhoWrites() {
        var chat = chatOf(ana, bruno, TestPerson.somebody(), TestPerson.somebody());
        try (var phone = ana.connect(port);
                var b = bruno.connect(port)) {
            phone.send(typing(chat, ""));
            phone.send("{\"op\":\"ping\"}");
            phone.await("pong");
            steps.say(ana, chat, "hola");
            b.await("entry");
            assertThat(b.frames()).noneMatch(PersonalOpsIT::isTyping);
        }
    }

    @Test
    void whatCanNotBeDoneShouldBeAnsweredByItsRequest() {
        var chat = chatOf(ana);
        try (var b = bruno.connect(port);
                var a = ana.connect(port)) {
            b.send(draft(chat, "hola", 0, "r1"));
            assertThat(refusal(b, "r1")).isEqualTo("chat-not-found");
            b.send(typing(chat, ",\"requestId\":\"r2\""));
            assertThat(refusal(b, "r2")).isEqualTo("chat-not-found");
            a.send(typing(chat, ",\"thread\":0,\"requestId\":\"r3\""));
            assertThat(refusal(a, "r3")).isEqualTo("validation-failed");
            a.send(presence("offline", "\"requestId\":\"r4\""));
            assertThat(refusal(a, "r4")).isEqualTo("validation-failed");
            a.send(presence("invisible", "\"automatic\":true,\"requestId\":\"r5\""));
            assertThat(refusal(a, "r5")).isEqualTo("validation-failed");
            a.send(draft(chat, "hola", -1, "r6"));
            assertThat(refusal(a, "r6")).isEqualTo("validation-failed");
        }
    }

    @Test
    void bookmarksShouldReachDevicesAtOtherInstances() {
        var chat = chatOf(ana);
        steps.say(ana, chat, "hola");
        try (var desk = ana.connect(second.port())) {
            my.bookmark(chat.id(), 2).expectStatus().isNoContent();
            assertThat(desk.await("bookmark").path("message").asLong()).isEqualTo(2);
        }
    }

    @Test
    void whatIsSaidForAllDevicesShouldReachThoseAtOtherInstances() {
        chatOf(ana, bruno);
        try (var b = bruno.connect(port);
                var desk = ana.connect(second.port())) {
            my.presence(Map.of("status", "away"));
            awaitPresence(b, ana, "away");
            assertThat(desk.await("presence.own").path("status").asString()).isEqualTo("away");
        }
    }

    private static String draft(TestChat chat, String text, long base, String request) {
        return "{\"op\":\"draft.set\",\"chatId\":\"%s\",\"text\":\"%s\",\"baseVersion\":%d,\"requestId\":\"%s\"}"
                .formatted(chat.id(), text, base, request);
    }

    private static String presence(String status, String more) {
        return "{\"op\":\"presence.set\",\"status\":\"%s\",%s}".formatted(status, more);
    }

    private static String typing(TestChat chat, String more) {
        return "{\"op\":\"typing\",\"chatId\":\"%s\"%s}".formatted(chat.id(), more);
    }

    private static JsonNode answer(TestSocket.Connection connection, String request) {
        var answer = connection.await(f -> f.path("requestId").asString("").equals(request));
        assertThat(answer.path("op").asString()).as("%s", answer).isEqualTo("done");
        return answer;
    }

    private static String refusal(TestSocket.Connection connection, String request) {
        var answer = connection.await(f -> f.path("requestId").asString("").equals(request));
        assertThat(answer.path("op").asString()).isEqualTo("error");
        var type = answer.path("problem").path("type").asString();
        return type.substring(type.lastIndexOf(':') + 1);
    }
}

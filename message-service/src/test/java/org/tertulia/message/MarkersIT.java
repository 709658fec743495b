package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.message.ServiceSteps.chatInHello;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;

/** Reading on, and marking as unread, on several devices. */
class MarkersIT extends RealtimeApi {

    @Autowired DatabaseClient database;

    @Test
    void markingAsUnreadShouldHoldAgainstADeviceThatHasNotHeard() {
        var talk = new Talk(client, database, chatOf(ana, bruno));
        var first = talk.say(bruno, "1");
        talk.say(bruno, "2");
        var last = talk.say(bruno, "3 @all");

        var read = talk.put(ana, "/read-marker", Map.of("seq", last));
        assertThat(read.path("generation").asInt()).isZero();
        assertThat(read.path("unread").asInt()).isZero();
        var unread = talk.put(ana, "/unread-marker", Map.of("seq", last));
        assertThat(unread.path("generation").asInt()).isEqualTo(1);
        assertThat(unread.path("readSeq").asLong()).isEqualTo(last - 1);
        assertThat(unread.path("unread").asInt()).isEqualTo(1);
        assertThat(unread.path("mentions").asInt()).isEqualTo(1);

        assertThat(talk.put(ana, "/read-marker", Map.of("seq", last, "generation", 0)))
                .isEqualTo(unread);
        var conversation = talk.conversation(ana);
        assertThat(conversation.path("marker").path("generation").asInt()).isEqualTo(1);
        assertThat(conversation.path("marker").path("readSeq").asLong()).isEqualTo(last - 1);
        assertThat(conversation.path("readSeq").asLong()).isEqualTo(last - 1);
        assertThat(conversation.path("mentions").asInt()).isEqualTo(1);
        assertThat(
                        talk.put(ana, "/read-marker", Map.of("seq", last, "generation", 1))
                                .path("readSeq")
                                .asLong())
                .isEqualTo(last);
        assertThat(talk.put(ana, "/unread-marker", Map.of("seq", first)).path("unread").asInt())
                .isEqualTo(3);
    }

    @Test
    void whatIsNoSeqShouldBeRefused() {
        var talk = new Talk(client, database, chatOf(ana));
        talk.send(ana, HttpMethod.PUT, "/unread-marker", Map.of("seq", 0), 400);
        talk.send(ana, HttpMethod.PUT, "/unread-marker", Map.of(), 400);
        talk.send(ana, HttpMethod.PUT, "/read-marker", Map.of("seq", 1, "generation", -1), 400);
    }

    @Test
    void whoIsNotAMemberShouldHaveNoMarker() {
        var talk = new Talk(client, database, chatOf(ana));
        for (var path : new String[] {"/read-marker", "/unread-marker"}) {
            var problem = talk.send(bruno, HttpMethod.PUT, path, Map.of("seq", 1), 404);
            assertThat(problem.path("type").asString()).isEqualTo(PROBLEM + "chat-not-found");
        }
    }

    @Test
    void devicesShouldBeToldOfTheGreaterMarkerOnly() {
        var chat = chatOf(ana, bruno);
        var talk = new Talk(client, database, chat);
        var first = talk.say(bruno, "1");
        var last = talk.say(bruno, "2");
        try (var phone = ana.connect(port);
                var desk = ana.connect(port)) {
            phone.send(read(chat, last, 0));
            desk.await(f -> isRead(f, 0, last));
            desk.send(
                    "{\"op\":\"unread\",\"chatId\":\"%s\",\"seq\":%d}".formatted(chat.id(), first));
            desk.await(f -> isRead(f, 1, first - 1));
            phone.await(f -> isRead(f, 1, first - 1));

            // It had not heard of it when it said so.
            phone.send(read(chat, last, 0));
            var answers = phone.await(2, f -> isRead(f, 1, first - 1));
            assertThat(answers.getLast().path("unread").asInt()).isEqualTo(2);
            phone.send(read(chat, last, 1));
            desk.await(f -> isRead(f, 1, last));
            desk.send("{\"op\":\"unread\",\"chatId\":\"%s\",\"seq\":0}".formatted(chat.id()));
            assertThat(desk.await("error").path("re").asString()).isEqualTo("unread");
        }
        try (var later = ana.connect(port)) {
            var marker = chatInHello(later, chat.id()).path("marker");
            assertThat(marker.path("generation").asInt()).isEqualTo(1);
            assertThat(marker.path("readSeq").asLong()).isEqualTo(last);
        }
    }

    private static String read(TestChat chat, long seq, int generation) {
        return "{\"op\":\"read\",\"chatId\":\"%s\",\"seq\":%d,\"generation\":%d}"
                .formatted(chat.id(), seq, generation);
    }

    private static boolean isRead(
            tools.jackson.databind.JsonNode frame, int generation, long readSeq) {
        return frame.path("op").asString().equals("read")
                && frame.path("generation").asInt() == generation
                && frame.path("readSeq").asLong() == readSeq;
    }
}

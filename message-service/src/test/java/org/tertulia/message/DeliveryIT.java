package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.message.ServiceSteps.chatInHello;
import static org.tertulia.message.ServiceSteps.expectEntries;
import static org.tertulia.message.ServiceSteps.isEntryOf;
import static org.tertulia.message.ServiceSteps.seqs;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.user.ProfileChanged;
import org.tertulia.test.TestEvents;

/** What a connection brings, and in which order. */
class DeliveryIT extends RealtimeApi {

    @Test
    void theHelloShouldSayWhereEverythingStands() {
        TestEvents.publish(
                Topics.USER_EVENTS,
                new ProfileChanged(ana.id(), 1, "ana", "Ana Peña", "", null, Instant.now()));
        var chat = chatOf(ana, bruno);
        steps.say(bruno, chat, "hola");
        steps.say(bruno, chat, "¿estás?");
        try (var b = bruno.connect(port);
                var a = ana.connect(port)) {
            var hello = a.await("hello");
            assertThat(a.subprotocol()).isEqualTo("tertulia.v1");
            assertThat(a.frames().getFirst()).isEqualTo(hello);
            assertThat(hello.path("person").path("displayName").asString()).isEqualTo("Ana Peña");
            assertThat(hello.path("sessionId").asString()).isEqualTo(ana.sessionId().toString());
            assertThat(hello.path("heartbeatTimeoutMs").asInt()).isEqualTo(6000);
            assertThat(hello.path("maxFrameBytes").asInt()).isEqualTo(65536);
            var mine = chatInHello(a, chat.id());
            assertThat(mine.path("lastSeq").asLong()).isEqualTo(3);
            assertThat(mine.path("unread").asInt()).isEqualTo(2);
            assertThat(mine.path("lastMessage").path("text").asString()).isEqualTo("¿estás?");
            assertThat(hello.path("presence").valueStream().map(p -> p.path("userId").asString()))
                    .containsExactly(bruno.id().toString());
        }
    }

    @Test
    void aMessageShouldBeAckedAndReachEveryMember() {
        var chat = chatOf(ana, bruno);
        try (var a = ana.connect(port);
                var b = bruno.connect(port)) {
            var id = UUID.randomUUID();
            a.send(TestPerson.send(chat.id(), id, "hola"));
            var ack = a.await("message.ack");
            assertThat(ack.path("clientMessageId").asString()).isEqualTo(id.toString());
            assertThat(ack.path("seq").asLong()).isEqualTo(2);
            var entry = b.await("entry");
            assertThat(entry.path("type").asString()).isEqualTo("message.posted");
            assertThat(entry.path("messageId")).isEqualTo(ack.path("messageId"));
            assertThat(entry.path("postedAt")).isEqualTo(ack.path("postedAt"));
            a.await("entry");

            a.send(TestPerson.send(chat.id(), id, "hola"));
            assertThat(a.await(2, f -> f.path("op").asString().equals("message.ack")).getLast())
                    .isEqualTo(ack);
            a.send(TestPerson.send(chat.id(), id, "adiós"));
            assertThat(a.await("error").path("problem").path("type").asString())
                    .isEqualTo("urn:tertulia:problem:client-message-id-reused");
        }
    }

    @Test
    void aClientThatSendsWithoutWaitingShouldKeepItsOrder() {
        var chat = chatOf(ana, bruno);
        try (var a = ana.connect(port)) {
            IntStream.range(0, 600)
                    .forEach(i -> a.send(TestPerson.send(chat.id(), UUID.randomUUID(), "m" + i)));
            expectEntries(a, chat.id(), 2, 601);
            assertThat(
                            a.frames().stream()
                                    .filter(f -> isEntryOf(f, chat.id()))
                                    .map(f -> f.path("text").asString()))
                    .isEqualTo(IntStream.range(0, 600).mapToObj(i -> "m" + i).toList());
            a.await(600, f -> f.path("op").asString().equals("message.ack"));
        }
    }

    @Test
    void aNewChatShouldBeToldBeforeItsEntries() {
        try (var a = ana.connect(port);
                var b = bruno.connect(port)) {
            var chat = TestChat.group(ana.id(), bruno.id());
            var added = b.await("chat.added");
            assertThat(added.path("chat").path("chatId").asString())
                    .isEqualTo(chat.id().toString());
            a.await("chat.added");
            steps.say(ana, chat, "hola");
            var lastSeq = added.path("chat").path("lastSeq").asLong();
            expectEntries(b, chat.id(), lastSeq + 1, 2);
        }
    }

    @Test
    void whoIsRemovedShouldSeeItAndNothingAfter() {
        var chat = chatOf(ana, bruno);
        try (var a = ana.connect(port);
                var b = bruno.connect(port)) {
            chat.remove(bruno.id());
            b.await("chat.removed");
            assertThat(b.frames().getLast().path("op").asString()).isEqualTo("chat.removed");
            assertThat(
                            b.frames().stream()
                                    .filter(f -> isEntryOf(f, chat.id()))
                                    .toList()
                                    .getLast()
                                    .path("type")
                                    .asString())
                    .isEqualTo("member.left");
            steps.say(ana, chat, "a solas");
            expectEntries(a, chat.id(), 2, 3);
            assertThat(seqs(b, chat.id())).containsExactly(2L);

            chat.add(bruno.id());
            b.await("chat.added");
            steps.say(ana, chat, "otra vez");
            b.await(f -> isEntryOf(f, chat.id()) && f.path("text").asString().equals("otra vez"));
        }
    }

    @Test
    void aDeletedChatShouldGoForEverybody() {
        var chat = chatOf(ana, bruno);
        try (var a = ana.connect(port);
                var b = bruno.connect(port)) {
            chat.delete();
            a.await("chat.removed");
            b.await("chat.removed");
            assertThat(a.await("entry").path("type").asString()).isEqualTo("chat.closed");
        }
        try (var a = ana.connect(port)) {
            assertThat(chatInHello(a, chat.id()).isMissingNode()).isTrue();
        }
    }

    @Test
    void aReadMarkerShouldReachTheOtherDevices() {
        var chat = chatOf(ana, bruno);
        IntStream.range(0, 3).forEach(i -> steps.say(bruno, chat, "m" + i));
        try (var phone = ana.connect(port);
                var desk = ana.connect(port)) {
            phone.send("{\"op\":\"read\",\"chatId\":\"%s\",\"seq\":3}".formatted(chat.id()));
            assertThat(phone.await("read").path("unread").asInt()).isEqualTo(1);
            var told = desk.await("read");
            assertThat(told.path("readSeq").asLong()).isEqualTo(3);
            assertThat(told.path("unread").asInt()).isEqualTo(1);
            desk.send("{\"op\":\"read\",\"chatId\":\"%s\",\"seq\":2}".formatted(chat.id()));
            assertThat(
                            desk.await(2, f -> f.path("op").asString().equals("read"))
                                    .getLast()
                                    .path("readSeq")
                                    .asLong())
                    .isEqualTo(3);
        }
    }

    @Test
    void presenceShouldBeToldToThoseWhoShareAChat() {
        chatOf(ana, bruno);
        var stranger = TestPerson.somebody();
        try (var a = ana.connect(port);
                var s = stranger.connect(port)) {
            var b = bruno.connect(port);
            assertThat(a.await("presence").path("status").asString()).isEqualTo("online");
            b.close();
            a.await(
                    f ->
                            f.path("op").asString().equals("presence")
                                    && f.path("status").asString().equals("offline"));
            assertThat(s.frames()).noneMatch(f -> f.path("op").asString().equals("presence"));
        }
    }

    @Test
    void answersThreadsAndForwardsShouldBeSentToo() {
        var chat = chatOf(ana, bruno);
        try (var a = ana.connect(port)) {
            a.send(frame(chat, "\"text\":\"root\""));
            a.await(1, f -> f.path("op").asString().equals("message.ack"));
            a.send(frame(chat, "\"text\":\"in it\",\"thread\":2,\"replyTo\":2"));
            a.send(frame(chat, "\"forward\":{\"chatId\":\"%s\",\"seq\":2}".formatted(chat.id())));
            a.await(3, f -> f.path("op").asString().equals("message.ack"));
            var reply = a.await(f -> f.path("thread").asLong() == 2);
            assertThat(reply.path("replyTo").asLong()).isEqualTo(2);
            var copy = a.await(f -> f.has("forwarded"));
            assertThat(copy.path("text").asString()).isEqualTo("root");
            assertThat(copy.path("forwarded").path("senderId").asString())
                    .isEqualTo(ana.id().toString());

            a.send(frame(chat, "\"text\":\"x\",\"thread\":99"));
            var error = a.await("error");
            assertThat(error.path("problem").path("errors").path(0).path("field").asString())
                    .isEqualTo("thread");
            assertThat(error.has("clientMessageId")).isTrue();
        }
    }

    private static String frame(TestChat chat, String rest) {
        return "{\"op\":\"message.send\",\"chatId\":\"%s\",\"clientMessageId\":\"%s\",%s}"
                .formatted(chat.id(), UUID.randomUUID(), rest);
    }
}

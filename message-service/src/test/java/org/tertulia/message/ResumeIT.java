package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.message.ServiceSteps.chatInHello;
import static org.tertulia.message.ServiceSteps.expectEntries;
import static org.tertulia.message.ServiceSteps.seqs;

import io.r2dbc.spi.ConnectionFactory;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.message.MemberLeft;
import org.tertulia.test.TestEvents;
import org.tertulia.test.TestSocket;
import reactor.core.publisher.Mono;

/** What a connection that comes back is sent. */
class ResumeIT extends RealtimeApi {

    @Autowired DatabaseClient database;
    @Autowired ConnectionFactory connections;

    @Test
    void resumeShouldSendWhatIsMissing() {
        var chat = chatOf(ana, bruno);
        IntStream.range(0, 15).forEach(i -> steps.say(ana, chat, "m" + i));
        try (var b = bruno.connect(port)) {
            b.send(resume(chat, 3));
            var resumed = b.await("resumed");
            assertThat(resumed.path("chats").path(chat.id().toString()).asLong()).isEqualTo(16);
            expectEntries(b, chat.id(), 4, 16);
            steps.say(ana, chat, "live");
            expectEntries(b, chat.id(), 4, 17);
        }
    }

    @Test
    void resumeFromTheEndShouldSendNothing() {
        var chat = chatOf(ana, bruno);
        try (var b = bruno.connect(port)) {
            b.send(resume(chat, 1));
            b.await("resumed");
            steps.say(ana, chat, "live");
            expectEntries(b, chat.id(), 2, 2);
        }
    }

    @Test
    void resumeOfTooMuchShouldBeASnapshot() {
        var chat = chatOf(ana, bruno);
        IntStream.range(0, 25).forEach(i -> steps.say(ana, chat, "m" + i));
        try (var b = bruno.connect(port)) {
            b.send(resume(chat, 1));
            var resumed = b.await("resumed");
            var snapshot = b.await("snapshot");
            assertThat(snapshot.path("lastSeq").asLong()).isEqualTo(26);
            assertThat(snapshot.path("messages").valueStream().map(m -> m.path("text").asString()))
                    .containsExactly("m20", "m21", "m22", "m23", "m24");
            assertThat(snapshot.path("before").asString()).isEqualTo("22");
            assertThat(resumed.path("chats").path(chat.id().toString()).asLong()).isEqualTo(26);
            steps.say(ana, chat, "live");
            expectEntries(b, chat.id(), 27, 27);
        }
    }

    @Test
    void resumeOfAChatOneIsNotInShouldSayThatItIsGone() {
        var chat = chatOf(ana);
        try (var b = bruno.connect(port)) {
            b.send(resume(chat, 0));
            assertThat(b.await("resumed").path("chats").isEmpty()).isTrue();
            assertThat(b.await("chat.removed").path("chatId").asString())
                    .isEqualTo(chat.id().toString());
        }
    }

    @Test
    void resumePastAnOldLeaveShouldGoOn() {
        var chat = chatOf(ana, bruno);
        chat.remove(bruno.id()).add(bruno.id());
        steps.awaitLastSeq(ana, chat, 3);
        steps.say(ana, chat, "hola");
        try (var b = bruno.connect(port)) {
            b.send(resume(chat, 1));
            assertThat(b.await("resumed").path("chats").path(chat.id().toString()).asLong())
                    .isEqualTo(4);
            expectEntries(b, chat.id(), 2, 4);
            assertThat(b.frames()).noneMatch(f -> f.path("op").asString().equals("chat.removed"));
        }
    }

    /** At the old leave the database is asked, and says that the person has left again. */
    @Test
    void resumeThatFindsOutThatOneHasLeftShouldEnd() {
        var chat = chatOf(ana, bruno);
        chat.remove(bruno.id()).add(bruno.id());
        steps.awaitLastSeq(ana, chat, 3);
        try (var b = bruno.connect(port)) {
            new LostEntries(database).lose(chat);
            chat.remove(bruno.id());
            steps.awaitLastSeq(ana, chat, 4);
            b.send(resume(chat, 1));
            assertThat(b.await("resumed").path("chats").isEmpty()).isTrue();
            b.await("chat.removed");
            assertThat(seqs(b, chat.id())).doesNotContain(3L);

            var other = chatOf(ana, bruno);
            b.await("chat.added");
            b.send(resume(other, 0));
            b.await(2, frame -> "resumed".equals(frame.path("op").asString()));
        }
    }

    @Test
    void resumedShouldNotNameAChatThatWasLeftMeanwhile() {
        var left = chatOf(ana, bruno);
        steps.say(ana, left, "hola");
        var kept = chatOf(ana, bruno);
        kept.remove(bruno.id()).add(bruno.id());
        steps.awaitLastSeq(ana, kept, 3);
        try (var b = bruno.connect(port)) {
            // At the old leave of the one, the resume waits for an answer, with the other done.
            var unlock = lockMemberships();
            b.send(
                    "{\"op\":\"resume\",\"chats\":{\"%s\":1,\"%s\":1}}"
                            .formatted(left.id(), kept.id()));
            expectEntries(b, kept.id(), 2, 2);
            expectEntries(b, left.id(), 2, 2);
            TestEvents.publish(
                    Topics.MESSAGE_EVENTS,
                    new MemberLeft(left.id(), 3, bruno.id(), bruno.id(), Instant.now()));
            b.await("chat.removed");
            unlock.run();

            var resumed = b.await("resumed").path("chats");
            assertThat(resumed.path(kept.id().toString()).asLong()).isEqualTo(3);
            assertThat(resumed.has(left.id().toString())).isFalse();
        }
    }

    /** Whoever asks for memberships waits until what is returned is run. */
    private Runnable lockMemberships() {
        var connection = Mono.from(connections.create()).block();
        Mono.from(connection.beginTransaction()).block();
        Mono.from(connection.createStatement("LOCK TABLE memberships").execute()).block();
        return () -> {
            Mono.from(connection.rollbackTransaction()).block();
            Mono.from(connection.close()).block();
        };
    }

    @Test
    void resumeWhileOthersTalkShouldLeaveNoGap() throws InterruptedException {
        var chat = chatOf(ana, bruno);
        try (var a = ana.connect(port)) {
            var talking =
                    Thread.ofVirtual()
                            .start(
                                    () ->
                                            IntStream.range(0, 400)
                                                    .forEach(
                                                            i ->
                                                                    a.send(
                                                                            TestPerson.send(
                                                                                    chat.id(),
                                                                                    UUID
                                                                                            .randomUUID(),
                                                                                    "m" + i))));
            for (int i = 0; i < 6; i++) {
                try (var b = bruno.connect(port)) {
                    var from = Math.max(0, chatInHello(b, chat.id()).path("lastSeq").asLong() - 10);
                    b.send(resume(chat, from));
                    b.await("resumed");
                    b.send("{\"op\":\"ping\"}");
                    b.await("pong");
                    var first = 1 + snapshotOf(b, chat.id()).orElse(from);
                    var got = seqs(b, chat.id());
                    var resumed =
                            got.stream()
                                    .skip(Math.max(0, got.lastIndexOf(first)))
                                    .filter(seq -> seq >= first)
                                    .toList();
                    assertThat(resumed)
                            .isEqualTo(
                                    LongStream.range(first, first + resumed.size())
                                            .boxed()
                                            .toList());
                }
            }
            talking.join();
            expectEntries(a, chat.id(), 2, 401);
        }
    }

    private static String resume(TestChat chat, long seq) {
        return "{\"op\":\"resume\",\"chats\":{\"%s\":%d}}".formatted(chat.id(), seq);
    }

    /** Where the snapshot stood that came because too much was missing. */
    private static Optional<Long> snapshotOf(TestSocket.Connection connection, UUID chat) {
        return connection.frames().stream()
                .filter(frame -> "snapshot".equals(frame.path("op").asString()))
                .filter(frame -> chat.toString().equals(frame.path("chatId").asString()))
                .map(frame -> frame.path("lastSeq").asLong())
                .findFirst();
    }
}

package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.message.ServiceSteps.expectEntries;
import static org.tertulia.message.ServiceSteps.isEntryOf;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tertulia.test.ServiceTest;
import org.tertulia.test.TestSocket;

/** How much is caught up with at once: many chats, with and without batches, while others talk. */
@ServiceTest(
        properties = {
            "tertulia.message.delivery.ops-per-second=5000",
            "tertulia.message.delivery.ops-burst=5000",
            "tertulia.message.delivery.resume-max-entries=150",
            "tertulia.message.delivery.snapshot-messages=20",
            "tertulia.message.delivery.fill-page=40",
            "tertulia.message.delivery.batch-entries=150",
            "tertulia.message.delivery.batch-min=2KB",
            "tertulia.message.delivery.batch-max=16KB"
        })
class CatchUpIT extends MessageApi {

    private static final int MAX_BATCH = 16 * 1024;
    private static final int CHATS = 12;

    /** With the chat's own first entry. */
    private static final int MISSED = 100;

    private static final int LIVE = 20;

    @LocalServerPort int port;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasMissedAndWhatHappensMeanwhileShouldComeOnceAndInOrder(boolean batched)
            throws InterruptedException {
        var chats = chats(CHATS);
        try (var a = ana.connect(port);
                var b = bruno.connect(port)) {
            chats.forEach(chat -> say(a, chat, MISSED - 1));
            a.await(CHATS * (MISSED - 1), f -> f.path("op").asString().equals("message.ack"));
            chats.forEach(chat -> awaitEntry(b, chat, MISSED));
            try (var back = bruno.connect(port)) {
                var talking =
                        Thread.ofVirtual().start(() -> chats.forEach(chat -> say(a, chat, LIVE)));
                back.send(resume(chats, 0, batched));
                back.await("resumed");
                talking.join();
                chats.forEach(chat -> expectEntries(back, chat.id(), 1, MISSED + LIVE));
                expectResumedAfterAllOfIt(back, chats);
                assertThat(back.batches().isEmpty()).isNotEqualTo(batched);
                assertThat(back.batches())
                        .allSatisfy(
                                batch -> {
                                    assertThat(batch.plainBytes()).isLessThan(MAX_BATCH + 1024);
                                    assertThat(batch.bytes()).isLessThan(batch.plainBytes() / 2);
                                    assertThat(batch.frames()).isGreaterThan(1);
                                });
            }
        }
    }

    @Test
    void aShortStretchShouldStayPlain() {
        var chat = chatOf(ana, bruno);
        steps.say(ana, chat, "uno");
        steps.say(ana, chat, "dos");
        try (var b = bruno.connect(port)) {
            b.send(resume(List.of(chat), 1, true));
            b.await("resumed");
            expectEntries(b, chat.id(), 2, 3);
            assertThat(b.batches()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void snapshotsShouldComeInBatchesToo(boolean batched) {
        var chats = chats(6);
        try (var a = ana.connect(port);
                var b = bruno.connect(port)) {
            chats.forEach(chat -> say(a, chat, 160));
            chats.forEach(chat -> awaitEntry(b, chat, 161));
            try (var back = bruno.connect(port)) {
                back.send(resume(chats, 0, batched));
                var reached = back.await("resumed").path("chats");
                var snapshots = back.await(6, f -> f.path("op").asString().equals("snapshot"));
                assertThat(snapshots)
                        .allSatisfy(
                                snapshot -> {
                                    assertThat(snapshot.path("lastSeq").asLong()).isEqualTo(161);
                                    assertThat(snapshot.path("messages").size()).isEqualTo(20);
                                });
                assertThat(snapshots.stream().map(f -> f.path("chatId").asString()))
                        .containsExactlyInAnyOrderElementsOf(
                                chats.stream().map(chat -> chat.id().toString()).toList());
                assertThat(reached.size()).isEqualTo(6);
                assertThat(back.batches()).hasSize(batched ? 6 : 0);
                chats.forEach(chat -> steps.say(ana, chat, "live"));
                chats.forEach(chat -> expectEntries(back, chat.id(), 162, 162));
            }
        }
    }

    @Test
    void aResumeWithoutCompressionShouldEndIt() {
        var chat = chatOf(ana, bruno);
        try (var a = ana.connect(port);
                var b = bruno.connect(port)) {
            say(a, chat, 50);
            awaitEntry(b, chat, 51);
            try (var back = bruno.connect(port)) {
                back.send(resume(List.of(chat), 0, true));
                back.await(51, f -> isEntryOf(f, chat.id()));
                var batches = back.batches().size();
                assertThat(batches).isPositive();
                back.send(resume(List.of(chat), 0, false));
                back.await(2 * 51, f -> isEntryOf(f, chat.id()));
                assertThat(back.batches()).hasSize(batches);
            }
        }
    }

    @Test
    void anUnknownCompressionShouldBeRefused() {
        var chat = chatOf(ana, bruno);
        try (var b = bruno.connect(port)) {
            b.send(
                    "{\"op\":\"resume\",\"requestId\":\"r\",\"compression\":\"br\",\"chats\":{\"%s\":0}}"
                            .formatted(chat.id()));
            var error = b.await("error");
            assertThat(error.path("re").asString()).isEqualTo("resume");
            assertThat(error.path("requestId").asString()).isEqualTo("r");
            assertThat(error.path("problem").path("type").asString())
                    .isEqualTo(PROBLEM + "validation-failed");
            assertThat(error.path("problem").path("errors").path(0).path("field").asString())
                    .isEqualTo("compression");
            b.send(resume(List.of(chat), 0, true));
            b.await("resumed");
            expectEntries(b, chat.id(), 1, 1);
        }
    }

    private List<TestChat> chats(int count) {
        return IntStream.range(0, count).mapToObj(i -> chatOf(ana, bruno)).toList();
    }

    private static void say(TestSocket.Connection from, TestChat chat, int count) {
        IntStream.range(0, count)
                .forEach(
                        i ->
                                from.send(
                                        TestPerson.send(
                                                chat.id(), UUID.randomUUID(), "mensaje " + i)));
    }

    private static void awaitEntry(TestSocket.Connection at, TestChat chat, long seq) {
        at.await(f -> isEntryOf(f, chat.id()) && f.path("seq").asLong() == seq);
    }

    /** Nothing that {@code resumed} says to have been sent comes after it. */
    private static void expectResumedAfterAllOfIt(TestSocket.Connection at, List<TestChat> chats) {
        var before =
                at.frames().stream()
                        .takeWhile(f -> !f.path("op").asString().equals("resumed"))
                        .toList();
        var reached = at.await("resumed").path("chats");
        for (var chat : chats) {
            var last = reached.path(chat.id().toString()).asLong();
            assertThat(last).isGreaterThanOrEqualTo(MISSED);
            assertThat(
                            before.stream()
                                    .filter(f -> isEntryOf(f, chat.id()))
                                    .map(f -> f.path("seq").asLong()))
                    .containsAll(LongStream.rangeClosed(1, last).boxed().toList());
        }
    }

    private static String resume(List<TestChat> chats, long seq, boolean batched) {
        var positions =
                chats.stream()
                        .map(chat -> "\"%s\":%d".formatted(chat.id(), seq))
                        .collect(Collectors.joining(","));
        return "{\"op\":\"resume\",%s\"chats\":{%s}}"
                .formatted(batched ? "\"compression\":\"gzip\"," : "", positions);
    }
}

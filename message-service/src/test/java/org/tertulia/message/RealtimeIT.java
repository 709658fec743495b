package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.message.ServiceSteps.chatInHello;
import static org.tertulia.message.ServiceSteps.expectEntries;
import static org.tertulia.message.ServiceSteps.isEntryOf;
import static org.tertulia.message.ServiceSteps.seqs;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.account.SessionRevoked;
import org.tertulia.contracts.user.ProfileChanged;
import org.tertulia.test.ServiceTest;
import org.tertulia.test.StubService;
import org.tertulia.test.TestEvents;
import org.tertulia.test.TestSocket;
import org.tertulia.test.TestTokens;

/** What a connection does, with bounds small enough to be met. */
@ServiceTest(
        properties = {
            "tertulia.message.delivery.resume-max-entries=20",
            "tertulia.message.delivery.snapshot-messages=5",
            "tertulia.message.delivery.fill-page=7",
            "tertulia.message.delivery.max-connections-per-person=3",
            "tertulia.message.delivery.max-queued=1MB",
            "tertulia.message.delivery.heartbeat-timeout=6s",
            "tertulia.message.delivery.close-timeout=60s",
            "tertulia.message.presence.grace=1s"
        })
class RealtimeIT {

    static final StubService chatService = StubService.named("chat-service");

    @DynamicPropertySource
    static void whereChatServiceIs(DynamicPropertyRegistry properties) {
        chatService.register(properties);
    }

    @Autowired WebTestClient client;
    @LocalServerPort int port;
    private ServiceSteps steps;
    private final TestPerson ana = TestPerson.somebody();
    private final TestPerson bruno = TestPerson.somebody();

    @BeforeEach
    void begin() {
        steps = new ServiceSteps(client);
    }

    @Test
    void theHelloShouldSayWhereEverythingStands() {
        TestEvents.publish(
                Topics.USER_EVENTS,
                new ProfileChanged(ana.id(), 1, "ana", "Ana Peña", "", Instant.now()));
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
    void whatCannotBeDoneShouldBeAnsweredByItsOp() {
        var chat = chatOf(bruno);
        try (var a = ana.connect(port)) {
            var id = UUID.randomUUID();
            a.send(TestPerson.send(chat.id(), id, "hola"));
            var error = a.await("error");
            assertThat(error.path("re").asString()).isEqualTo("message.send");
            assertThat(error.path("clientMessageId").asString()).isEqualTo(id.toString());
            assertThat(error.path("problem").path("type").asString()).endsWith("chat-not-found");
            a.send("{\"op\":\"dance\"}");
            a.await(f -> f.path("re").asString().equals("dance"));
            a.send("{\"op\":\"read\",\"chatId\":\"%s\",\"seq\":-1}".formatted(chat.id()));
            a.await(f -> f.path("re").asString().equals("read"));
            a.send("{\"op\":\"resume\",\"chats\":{\"%s\":-1}}".formatted(chat.id()));
            a.await(f -> f.path("re").asString().equals("resume"));
            a.send("{\"op\":\"ping\"}");
            a.await("pong");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "[]", "{}", "{\"op\":1}"})
    void whatIsNoFrameShouldEndTheConnection(String text) {
        try (var a = ana.connect(port)) {
            a.send(text);
            assertThat(a.awaitClose()).isEqualTo(4002);
        }
    }

    @Test
    void aFrameOverTheLimitShouldEndTheConnection() {
        try (var a = ana.connect(port)) {
            a.send("{\"op\":\"ping\",\"x\":\"%s\"}".formatted("x".repeat(66_000)));
            assertThat(a.awaitClose()).isEqualTo(4002);
        }
    }

    @Test
    void aBinaryFrameShouldEndTheConnection() {
        try (var a = new SlowSocket(port, ana)) {
            a.send(2, new byte[] {1, 2, 3});
            assertThat(a.readToTheClose()).isEqualTo(4002);
        }
    }

    @Test
    void aPageOfAnotherOriginShouldNotGetIn() {
        var socket = TestSocket.to(port, "/api/v1/realtime").headerToken(ana.token());
        assertThat(
                        TestSocket.to(port, "/api/v1/realtime")
                                .origin("https://evil.example")
                                .subprotocolToken(ana.token())
                                .refusal())
                .isEqualTo(403);
        try (var welcome =
                TestSocket.to(port, "/api/v1/realtime")
                        .origin("http://localhost:8080")
                        .subprotocolToken(ana.token())
                        .open()) {
            welcome.await("hello");
        }
        try (var byHeader = socket.open()) {
            byHeader.await("hello");
        }
    }

    @Test
    void aRequestThatIsNoUpgradeShouldBeToldSo() {
        ana.get(client, "/api/v1/realtime").expectStatus().isEqualTo(426);
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
        steps.awaitMember(ana, chat);
        org.awaitility.Awaitility.await()
                .until(
                        () ->
                                steps.read(ana, "/api/v1/chats/{id}/log", chat.id())
                                                .path("lastSeq")
                                                .asLong()
                                        == 3);
        steps.say(ana, chat, "hola");
        try (var b = bruno.connect(port)) {
            b.send(resume(chat, 1));
            assertThat(b.await("resumed").path("chats").path(chat.id().toString()).asLong())
                    .isEqualTo(4);
            expectEntries(b, chat.id(), 2, 4);
            assertThat(b.frames()).noneMatch(f -> f.path("op").asString().equals("chat.removed"));
        }
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
    void aTokenShouldBeRenewedInPlace() {
        var shortLived =
                TestTokens.forge()
                        .accessTokenUntil(ana.id(), ana.sessionId(), Instant.now().plusSeconds(5));
        try (var renewed = open(shortLived);
                var expiring = open(shortLived)) {
            renewed.await("hello");
            renewed.send("{\"op\":\"auth.refresh\",\"token\":\"%s\"}".formatted(ana.token()));
            renewed.await("auth.refreshed");
            expiring.send(
                    "{\"op\":\"auth.refresh\",\"token\":\"%s\"}"
                            .formatted(TestTokens.accessToken(ana.id())));
            assertThat(expiring.await("error").path("problem").path("status").asInt())
                    .isEqualTo(401);
            expiring.send(
                    "{\"op\":\"auth.refresh\",\"token\":\"%s\"}"
                            .formatted(TestTokens.accessToken(bruno.id(), ana.sessionId())));
            assertThat(expiring.await(2, f -> f.path("op").asString().equals("error"))).hasSize(2);
            assertThat(expiring.awaitClose()).isEqualTo(4001);
            renewed.send("{\"op\":\"ping\"}");
            renewed.await("pong");
        }
    }

    @Test
    void aRevokedSessionShouldEndWithinASecond() {
        try (var a = ana.connect(port);
                var other = new TestPerson(ana.id(), UUID.randomUUID()).connect(port)) {
            TestEvents.publish(
                    Topics.ACCOUNT_EVENTS,
                    new SessionRevoked(ana.id(), ana.sessionId(), "revoked", Instant.now()));
            var told = System.nanoTime();
            assertThat(a.awaitClose()).isEqualTo(4010);
            assertThat(Duration.ofNanos(System.nanoTime() - told))
                    .isLessThan(Duration.ofSeconds(1));
            try (var again = ana.knock(port)) {
                assertThat(again.awaitClose()).isEqualTo(4010);
            }
            other.send("{\"op\":\"ping\"}");
            other.await("pong");
        }
    }

    @Test
    void aSilentClientShouldBeClosed() {
        try (var a = ana.connect(port)) {
            assertThat(a.awaitClose()).isEqualTo(4003);
        }
    }

    @Test
    void oneConnectionTooManyShouldBeClosed() {
        try (var one = ana.connect(port);
                var two = ana.connect(port);
                var three = ana.connect(port);
                var four = ana.knock(port)) {
            assertThat(four.awaitClose()).isEqualTo(4029);
            Arrays.asList(one, two, three).forEach(c -> c.send("{\"op\":\"ping\"}"));
            one.await("pong");
        }
    }

    @Test
    void aSlowConsumerShouldBeClosedAndTheOthersNot() {
        var chat = chatOf(ana, bruno);
        var text = "\uD83D\uDE00".repeat(4_000);
        try (var slow = new SlowSocket(port, bruno);
                var a = ana.connect(port)) {
            for (int i = 1; i <= 14; i++) {
                IntStream.range(0, 50)
                        .forEach(n -> a.send(TestPerson.send(chat.id(), UUID.randomUUID(), text)));
                expectEntries(a, chat.id(), 2, 1 + i * 50L);
                slow.send(1, "{\"op\":\"ping\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            assertThat(slow.readToTheClose()).isEqualTo(4008);
        }
    }

    private TestSocket.Connection open(String token) {
        return TestSocket.to(port, "/api/v1/realtime").subprotocolToken(token).open();
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

    private TestChat chatOf(TestPerson... people) {
        var chat = TestChat.group(Arrays.stream(people).map(TestPerson::id).toArray(UUID[]::new));
        steps.awaitMember(people[0], chat);
        return chat;
    }
}

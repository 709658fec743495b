package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.message.ServiceSteps.expectEntries;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.account.SessionRevoked;
import org.tertulia.test.TestEvents;
import org.tertulia.test.TestSocket;
import org.tertulia.test.TestTokens;

/** Who may connect, what may be sent, and with which code a connection ends. */
class ConnectionIT extends RealtimeApi {

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
}

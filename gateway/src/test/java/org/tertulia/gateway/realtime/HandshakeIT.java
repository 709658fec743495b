package org.tertulia.gateway.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.gateway.testing.SocketClient;
import org.tertulia.test.TestTokens;

/** Who gets a socket, and what the service is told of them. */
class HandshakeIT extends RealtimeApi {

    @Test
    void onlyTheProtocolShouldBeAnsweredAndTheTokenBePassedOn() throws Exception {
        var token = TestTokens.bearerSubprotocol(ANA);
        try (var socket = connect("tertulia.v1", token)) {
            assertThat(socket.subprotocol()).isEqualTo("tertulia.v1");
        }
        var headers = handshakes.getFirst();
        assertThat(headers.getFirst("Sec-WebSocket-Protocol").split(", *"))
                .containsExactly("tertulia.v1", token);
        assertThat(headers.containsHeader("Origin")).isFalse();
        assertThat(headers.getFirst("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(headers.get("Sec-WebSocket-Key")).hasSize(1);
        assertThat(headers.containsHeader("traceparent")).isTrue();
    }

    @Test
    void theOrderOfTheOfferShouldNotMatter() throws Exception {
        try (var socket = connect(TestTokens.bearerSubprotocol(ANA), "tertulia.v1")) {
            assertThat(socket.subprotocol()).isEqualTo("tertulia.v1");
        }
    }

    @Test
    void theTokenMayComeInTheHeader() throws Exception {
        try (var socket =
                SocketClient.to(port)
                        .header("Authorization", TestTokens.bearer(ANA))
                        .protocols("tertulia.v1")
                        .connect()) {
            socket.send("here");

            assertThat(socket.next()).isEqualTo("here");
        }
        assertThat(handshakes.getFirst().getFirst("Authorization")).startsWith("Bearer ");
    }

    @Test
    void badTokensShouldBeRefusedBeforeTheUpgrade() {
        TestTokens.forge()
                .badTokens(ANA)
                .forEach(
                        (kind, token) ->
                                assertThat(refusal("tertulia.v1", "bearer." + token))
                                        .as(kind)
                                        .isEqualTo(401));
        assertThat(refusal("tertulia.v1")).isEqualTo(401);
        assertThat(handshakes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "token", "bearer"})
    void aTokenInTheUrlShouldNotCount(String parameter) {
        var path = "/api/v1/realtime?" + parameter + "=" + TestTokens.accessToken(ANA);

        assertThatThrownBy(
                        () -> SocketClient.to(port).path(path).protocols("tertulia.v1").connect())
                .isInstanceOfSatisfying(
                        SocketClient.Refused.class, e -> assertThat(e.status()).isEqualTo(401));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://tertulia.example"})
    void pagesOfOtherOriginsShouldBeRefused(String origin) {
        assertThat(refusalFrom(origin)).isEqualTo(403);
        assertThat(refusalFrom("http://127.0.0.1:" + port)).isEqualTo(403);
        assertThat(handshakes).isEmpty();
    }

    @Test
    void pagesOfAnAllowedOriginShouldBeAccepted() throws Exception {
        try (var socket =
                SocketClient.to(port)
                        .header("Origin", "https://tertulia.example")
                        .protocols("tertulia.v1", TestTokens.bearerSubprotocol(ANA))
                        .connect()) {
            socket.send("here");
            assertThat(socket.next()).isEqualTo("here");
        }
        assertThat(handshakes.getFirst().getFirst("Origin")).isEqualTo("https://tertulia.example");
    }

    private int refusalFrom(String origin) {
        return refused(
                SocketClient.to(port)
                        .header("Origin", origin)
                        .protocols("tertulia.v1", TestTokens.bearerSubprotocol(ANA)));
    }
}

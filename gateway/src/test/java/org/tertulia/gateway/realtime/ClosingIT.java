package org.tertulia.gateway.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tertulia.test.TestTokens;
import reactor.core.publisher.Flux;

/** How a socket ends, whoever ends it. */
class ClosingIT extends RealtimeApi {

    /** What clients make of a connection that ends without a close frame (RFC 6455, section 7.1.5). */
    private static final int WITHOUT_CODE = 1006;

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1011, 1012, 1013, 4001, 4002, 4003, 4008, 4010, 4029})
    void closeCodesOfTheServiceShouldReachTheClientAfterWhatItSaid(int code) throws Exception {
        behaviour =
                (_, out) ->
                        out.sendString(Flux.range(0, 100).map(i -> "word " + i))
                                .then(out.sendClose(code, "because"));
        try (var socket = connect("tertulia.v1", TestTokens.bearerSubprotocol(ANA))) {
            assertThat(socket.closeCode(SOON)).isEqualTo(code);
            assertThat(socket.closeReason()).isEqualTo("because");
            assertThat(socket.received()).hasSize(100).last().isEqualTo("word 99");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 4000, 4444})
    void closeCodesOfTheClientShouldReachTheService(int code) throws Exception {
        try (var socket = connect("tertulia.v1", TestTokens.bearerSubprotocol(ANA))) {
            socket.close(code);

            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(closeCodes).containsExactly(code));
        }
    }

    @Test
    void aClientThatVanishesShouldBeTakenFromTheService() throws Exception {
        var socket = connect("tertulia.v1", TestTokens.bearerSubprotocol(ANA));
        socket.vanish();

        Awaitility.await().atMost(SOON).until(() -> ended.get() == 1);
        assertThat(closeCodes).isEmpty();
    }

    @Test
    void aServiceThatDiesShouldEndItsClientsWithoutACode() throws Exception {
        try (var socket = connect("tertulia.v1", TestTokens.bearerSubprotocol(ANA))) {
            service.close();

            assertThat(socket.closeCode(SOON)).isEqualTo(WITHOUT_CODE);
        }
    }

    @Test
    void aGatewayThatStopsShouldEndItsSocketsWithoutACode(@Autowired OpenSockets sockets)
            throws Exception {
        try (var socket = connect("tertulia.v1", TestTokens.bearerSubprotocol(ANA))) {
            socket.send("here");
            assertThat(socket.next()).isEqualTo("here");

            sockets.stop();

            assertThat(socket.closeCode(SOON)).isEqualTo(WITHOUT_CODE);
            Awaitility.await().atMost(SOON).until(() -> ended.get() == 1);
        } finally {
            sockets.start();
        }
    }
}

package org.tertulia.gateway.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.gateway.testing.ClosedPort;
import org.tertulia.gateway.testing.Upstream;
import org.tertulia.test.TestTokens;

/** What is answered when no socket comes of it. */
class NoUpgradeIT extends RealtimeApi {

    @Autowired private WebTestClient client;

    @Test
    void withoutAnInstanceTheUpgradeShouldBe503() {
        register.clear();

        assertThat(refusal("tertulia.v1", TestTokens.bearerSubprotocol(ANA))).isEqualTo(503);
    }

    @Test
    void aRefusedConnectionShouldBe503OrTheNextInstance() throws Exception {
        register.list("message-service", ClosedPort.refusing());
        assertThat(refusal("tertulia.v1", TestTokens.bearerSubprotocol(ANA))).isEqualTo(503);

        register.list("message-service", ClosedPort.refusing(), service.port());
        for (var i = 0; i < 3; i++) {
            connect("tertulia.v1", TestTokens.bearerSubprotocol(ANA)).close();
        }
    }

    @Test
    void anInstanceThatHangsOrHangsUpShouldBe503InTime() {
        try (var hanging = Upstream.hanging();
                var hangingUp = Upstream.hangingUp()) {
            for (var instance : List.of(hanging, hangingUp)) {
                register.list("message-service", instance.port());
                var began = System.nanoTime();

                assertThat(refusal("tertulia.v1", TestTokens.bearerSubprotocol(ANA)))
                        .isEqualTo(503);
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 429, 503})
    void aRefusalOfTheServiceShouldReachTheClient(int status) {
        try (var refusing =
                Upstream.answering(
                        (_, response) ->
                                response.status(status).header("Retry-After", "7").send())) {
            register.list("message-service", refusing.port());

            assertThat(refusal("tertulia.v1", TestTokens.bearerSubprotocol(ANA))).isEqualTo(status);
        }
    }

    @Test
    void withoutAnUpgradeTheAnswerShouldBeAProblem() {
        client.get()
                .uri("/api/v1/realtime")
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(ANA))
                .exchange()
                .expectStatus()
                .isEqualTo(426)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:tertulia:problem:upgrade-required");
    }
}

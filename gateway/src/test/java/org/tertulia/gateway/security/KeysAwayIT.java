package org.tertulia.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.gateway.testing.TestRegister;
import org.tertulia.gateway.testing.Upstream;
import org.tertulia.test.ServiceTest;
import org.tertulia.test.TestTokens;

/** The keys are asked for and nobody answers. */
@ServiceTest
@Import(TestRegister.class)
class KeysAwayIT {

    private static final Upstream HANGING = Upstream.hanging();

    @Autowired private WebTestClient client;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add(
                "tertulia.security.jwk-set-uri",
                () -> "http://127.0.0.1:" + HANGING.port() + "/.well-known/jwks.json");
    }

    @AfterAll
    static void stop() {
        HANGING.close();
    }

    @Test
    void aTokenThatCanNotBeCheckedShouldBe503InTime() {
        client.get().uri("/livez").exchange().expectStatus().isOk();
        var began = System.nanoTime();

        client.get()
                .uri("/api/v1/chats")
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(UUID.randomUUID()))
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }
}

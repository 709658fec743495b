package org.tertulia.gateway.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.gateway.testing.GatewayTest;
import org.tertulia.gateway.testing.TestRegister;
import org.tertulia.test.TestTokens;

/** The gateway before services that come and go. */
@GatewayTest
abstract class OutageApi {

    static final UUID ANA = UUID.fromString("0198c0de-0000-7000-8000-00000000000a");
    static final Duration PROMISE = Duration.ofSeconds(3);

    @Autowired WebTestClient client;
    @Autowired TestRegister register;

    @BeforeEach
    void nobodyIsThere() {
        register.clear();
        // The first request of all loads classes.
        status("GET");
    }

    /** Asks the user service for what may be asked with this method. */
    FluxExchangeResult<String> send(String method) {
        var request =
                client.method(HttpMethod.valueOf(method))
                        .uri("/api/v1/users/me")
                        .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(ANA));
        return (method.startsWith("P") ? request.bodyValue("{\"bio\":\"here\"}") : request)
                .exchange()
                .returnResult(String.class);
    }

    /** The status of the answer to that. */
    int status(String method) {
        var answer = send(method);
        answer.getResponseBody().blockLast(PROMISE);
        return answer.getStatus().value();
    }

    /** The answer is the user service's own. */
    static void expectAnswer(FluxExchangeResult<String> answer) {
        assertThat(answer.getStatus().value()).isEqualTo(200);
        assertThat(answer.getResponseBody().blockLast(PROMISE)).contains("user-service");
    }
}

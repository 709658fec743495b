package org.tertulia.gateway.fallback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.tertulia.gateway.testing.ClosedPort;
import org.tertulia.gateway.testing.HalfAnswer;
import org.tertulia.gateway.testing.Upstream;
import org.tertulia.test.TestTokens;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A service that is not there, in every way that can be. */
class OutageIT extends OutageApi {

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE"})
    void withoutAnInstanceTheAnswerShouldBe503(String method) {
        expectUnavailable(() -> send(method));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE"})
    void aRefusedConnectionShouldBe503(String method) {
        register.list("user-service", ClosedPort.refusing());

        expectUnavailable(() -> send(method));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aHostThatIsSilentShouldBe503(String method) throws Exception {
        try (var silent = ClosedPort.silent()) {
            register.list("user-service", silent.port());

            expectUnavailable(() -> send(method));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void anInstanceThatHangsShouldBe503(String method) {
        try (var hanging = Upstream.hanging()) {
            register.list("user-service", hanging.port());

            expectUnavailable(() -> send(method));
            assertThat(hanging.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void anInstanceThatHangsUpShouldBe503(String method) {
        try (var hangingUp = Upstream.hangingUp()) {
            register.list("user-service", hangingUp.port());

            expectUnavailable(() -> send(method));
            assertThat(hangingUp.received()).hasSize(1);
        }
    }

    @Test
    void anInstanceKilledWhileListedShouldBe503AndItsNextLifeBeUsedAtOnce() {
        var service = Upstream.echo("user-service");
        register.list("user-service", service.port());
        for (var i = 0; i < 3; i++) {
            expectAnswer(send("GET"));
        }

        service.close();
        for (var i = 0; i < 20; i++) {
            var method = i % 2 == 0 ? "GET" : "POST";
            expectUnavailable(() -> send(method));
        }

        try (var reborn = Upstream.echo("user-service", service.port())) {
            Awaitility.await().atMost(PROMISE).untilAsserted(() -> expectAnswer(send("GET")));
            assertThat(reborn.received()).isNotEmpty();
        }
    }

    @Test
    void anAnswerThatBreaksOffBeforeItsFirstByteShouldBe503() throws Exception {
        try (var dying = HalfAnswer.of("")) {
            register.list("user-service", dying.port());

            expectUnavailable(() -> send("GET"));
        }
    }

    @Test
    void anAnswerThatBreaksOffInTheMiddleShouldBeCut() throws Exception {
        try (var dying = HalfAnswer.of("half of it")) {
            register.list("user-service", dying.port());
            var answer = send("GET");

            assertThatThrownBy(() -> answer.getResponseBody().blockLast(PROMISE))
                    .hasMessageContaining("prematurely closed");
        }
    }

    @Test
    void anInstanceThatKeepsHangingShouldBeLeftAloneForAMoment() {
        try (var hanging = Upstream.hanging()) {
            register.list("chat-service", hanging.port());

            Flux.range(0, 12)
                    .flatMap(
                            _ ->
                                    Mono.fromRunnable(this::askChatsInVain)
                                            .subscribeOn(Schedulers.boundedElastic()))
                    .blockLast(Duration.ofSeconds(20));
            var asked = hanging.received().size();
            var began = System.nanoTime();
            expectUnavailable(this::askChats);

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofSeconds(2));
            assertThat(hanging.received()).hasSize(asked);
        }
    }

    @Test
    void answersOfAServiceShouldPassWhateverTheirStatus() {
        try (var failing = Upstream.answering((_, response) -> response.status(500).send())) {
            register.list("user-service", failing.port());

            for (var i = 0; i < 20; i++) {
                assertThat(status("GET")).isEqualTo(500);
            }
            assertThat(failing.received()).hasSize(20);
        }
    }

    private void expectUnavailable(Supplier<FluxExchangeResult<String>> request) {
        var began = System.nanoTime();
        var answer = request.get();
        var body = String.join("", answer.getResponseBody().collectList().block(PROMISE));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PROMISE);
        assertThat(answer.getStatus().value()).isEqualTo(503);
        assertThat(answer.getResponseHeaders().getContentType())
                .isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("2");
        assertThat(body).contains("urn:tertulia:problem:service-unavailable", "traceId");
    }

    private void askChatsInVain() {
        assertThat(askChats().getResponseBody().blockLast(PROMISE)).contains("503");
    }

    private FluxExchangeResult<String> askChats() {
        return client.get()
                .uri("/api/v1/chats")
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(ANA))
                .exchange()
                .returnResult(String.class);
    }
}

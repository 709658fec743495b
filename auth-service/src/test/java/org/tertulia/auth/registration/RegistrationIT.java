package org.tertulia.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.auth.AuthClient.expectProblem;
import static org.tertulia.auth.AuthClient.newHandle;
import static org.tertulia.auth.AuthClient.registration;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClient;
import org.tertulia.auth.AuthClient;
import org.tertulia.auth.AuthServiceTest;
import org.tertulia.contracts.Topics;
import org.tertulia.test.KafkaRecords;
import reactor.core.publisher.Flux;

@AuthServiceTest
class RegistrationIT {

    @Autowired private AuthClient client;
    @LocalServerPort private int port;

    @Test
    void aPersonWhoRegistersIsLoggedIn() {
        var handle = newHandle();
        var tokens = client.register(handle);

        assertThat(tokens.tokenType()).isEqualTo("Bearer");
        assertThat(tokens.expiresIn()).isEqualTo(300);
        assertThat(tokens.user().handle()).isEqualTo(handle);
        assertThat(tokens.refreshToken()).hasSize(43);
        client.as(tokens, HttpMethod.GET, "account")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(tokens.user().id().toString())
                .jsonPath("$.email")
                .isEqualTo(handle + "@example.org");
    }

    @Test
    void handlesAreNormalised() {
        var handle = newHandle();
        var body = registration(handle);
        body.put("handle", "Ｐ" + handle.substring(1).toUpperCase(java.util.Locale.ROOT));

        var tokens = AuthClient.tokens(client.post("register", body).expectStatus().isCreated());

        assertThat(tokens.user().handle()).isEqualTo(handle);
    }

    @Test
    void theRegistrationIsAnnouncedWithoutTheEmailAddress() {
        var body = registration(newHandle());
        body.put("language", "es");
        var tokens = AuthClient.tokens(client.post("register", body).expectStatus().isCreated());

        var event = KafkaRecords.of(Topics.ACCOUNT_EVENTS).awaitRecord(tokens.user().id());

        assertThat(event.value())
                .contains("\"account.registered\"", tokens.user().handle(), "\"es\"")
                .doesNotContain("example.org", "email", "password");
    }

    @Test
    void aTakenHandleIsAConflict() {
        var handle = newHandle();
        client.register(handle);
        var again = registration(handle);
        again.put("email", "another-" + handle + "@example.org");

        expectProblem(client.post("register", again), 409, "handle-taken");
    }

    @Test
    void aTakenEmailAddressIsAConflictWhateverItsCase() {
        var handle = newHandle();
        client.register(handle);
        var again = registration(newHandle());
        again.put("email", handle.toUpperCase(java.util.Locale.ROOT) + "@Example.org");

        expectProblem(client.post("register", again), 409, "email-taken");
    }

    @ParameterizedTest
    @CsvSource({
        "admin",
        "all",
        "here",
        "everyone",
        "channel",
        "system",
        "tertulia",
        "support",
        "Ad.Min"
    })
    void reservedHandlesAreNotFree(String handle) {
        expectProblem(client.post("register", registration(handle)), 409, "handle-taken");
    }

    @Test
    void aCommonPasswordIsRefused() {
        var body = registration(newHandle());
        body.put("password", "password123");

        expectProblem(client.post("register", body), 400, "password-too-common")
                .jsonPath("$.errors[0].field")
                .isEqualTo("password");
    }

    @Test
    void everyValueThatIsNotAllowedIsNamed() {
        var body =
                Map.of(
                        "handle",
                        "a",
                        "displayName",
                        " ",
                        "email",
                        "ana",
                        "password",
                        "short",
                        "language",
                        "fr");

        expectProblem(client.post("register", body), 400, "validation-failed")
                .jsonPath("$.errors[*].field")
                .isEqualTo(
                        java.util.List.of(
                                "handle", "displayName", "email", "password", "language"));
    }

    @Test
    void ofThoseThatRegisterOneHandleAtOnceExactlyOneSucceeds() {
        var handle = newHandle();
        var http = WebClient.create("http://127.0.0.1:" + port);

        var statuses =
                Flux.fromStream(IntStream.range(0, 8).boxed())
                        .flatMap(
                                i -> {
                                    var body = registration(handle);
                                    body.put("email", i + "-" + handle + "@example.org");
                                    return http.post()
                                            .uri("/api/v1/auth/register")
                                            .bodyValue(body)
                                            .exchangeToMono(
                                                    answer ->
                                                            answer.releaseBody()
                                                                    .thenReturn(
                                                                            answer.statusCode()
                                                                                    .value()));
                                },
                                8)
                        .collectList()
                        .block(Duration.ofSeconds(20));

        assertThat(statuses).containsOnlyOnce(201).hasSize(8).containsOnly(201, 409);
    }
}

package org.tertulia.auth.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.auth.AuthClient.PASSWORD;
import static org.tertulia.auth.AuthClient.expectProblem;
import static org.tertulia.auth.AuthClient.newHandle;
import static org.tertulia.auth.AuthClient.tokens;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.tertulia.auth.AuthClient;
import org.tertulia.auth.AuthServiceTest;

@AuthServiceTest
class SessionsIT {

    @Autowired private AuthClient client;

    @Test
    void aPersonSeesTheirSessionsTheLastUsedFirst() {
        var handle = newHandle();
        client.register(handle);
        var laptop =
                tokens(
                        client.http()
                                .post()
                                .uri("/api/v1/auth/login")
                                .header("X-Forwarded-For", "192.0.2.7")
                                .bodyValue(
                                        Map.of(
                                                "login",
                                                handle,
                                                "password",
                                                PASSWORD,
                                                "deviceName",
                                                "Laptop"))
                                .exchange()
                                .expectStatus()
                                .isOk());
        client.register();

        client.as(laptop, HttpMethod.GET, "sessions")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].id")
                .isEqualTo(laptop.sessionId().toString())
                .jsonPath("$.items[0].deviceName")
                .isEqualTo("Laptop")
                .jsonPath("$.items[0].address")
                .isEqualTo("192.0.2.7")
                .jsonPath("$.items[*].current")
                .isEqualTo(List.of(true, false))
                .jsonPath("$.items[1].createdAt")
                .exists()
                .jsonPath("$.next")
                .isEmpty();
    }

    @Test
    void aRevokedSessionIsOver() {
        var handle = newHandle();
        var phone = client.register(handle);
        var laptop = client.login(handle);

        client.as(laptop, HttpMethod.DELETE, "sessions/" + phone.sessionId())
                .expectStatus()
                .isNoContent();

        assertThat(client.isAccepted(phone)).isFalse();
        assertThat(client.isAccepted(laptop)).isTrue();
        expectProblem(client.refresh(phone.refresh()), 401, "refresh-token-invalid");
        expectProblem(
                client.as(laptop, HttpMethod.DELETE, "sessions/" + phone.sessionId()),
                404,
                "session-not-found");
    }

    @Test
    void sessionsOfOthersDoNotExistForAPerson() {
        var ana = client.register();
        var bea = client.register();

        expectProblem(
                client.as(bea, HttpMethod.DELETE, "sessions/" + ana.sessionId()),
                404,
                "session-not-found");
        client.as(bea, HttpMethod.DELETE, "sessions").expectStatus().isNoContent();

        assertThat(client.isAccepted(ana)).isTrue();
        assertThat(client.isAccepted(bea)).isTrue();
        client.as(bea, HttpMethod.GET, "account")
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(bea.user().id().toString());
    }

    @Test
    void allOtherSessionsCanBeRevokedAtOnce() {
        var handle = newHandle();
        var phone = client.register(handle);
        var tablet = client.login(handle);
        var laptop = client.login(handle);

        client.as(laptop, HttpMethod.DELETE, "sessions").expectStatus().isNoContent();

        assertThat(client.isAccepted(phone)).isFalse();
        assertThat(client.isAccepted(tablet)).isFalse();
        assertThat(client.isAccepted(laptop)).isTrue();
    }

    @Test
    void whatIsNoSessionIdIsRefused() {
        client.as(client.register(), HttpMethod.DELETE, "sessions/nonsense")
                .expectStatus()
                .isBadRequest();
    }
}

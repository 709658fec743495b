package org.tertulia.auth.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.auth.AuthClient.ORIGIN;
import static org.tertulia.auth.AuthClient.expectProblem;
import static org.tertulia.auth.AuthClient.newHandle;
import static org.tertulia.auth.AuthClient.registration;
import static org.tertulia.auth.AuthClient.tokens;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.client.WebClient;
import org.tertulia.auth.AuthClient;
import org.tertulia.auth.AuthClient.Tokens;
import org.tertulia.auth.AuthServiceTest;
import org.tertulia.contracts.Topics;
import org.tertulia.test.KafkaRecords;
import reactor.core.publisher.Flux;

@AuthServiceTest
class RefreshIT {

    @Autowired private AuthClient client;
    @Autowired private DatabaseClient database;
    @LocalServerPort private int port;

    @Test
    void aRefreshTokenIsExchangedForNewTokensOfTheSameSession() {
        var before = client.register();
        var after = tokens(client.refresh(before.refresh()).expectStatus().isOk());

        assertThat(after.sessionId()).isEqualTo(before.sessionId());
        assertThat(after.user()).isEqualTo(before.user());
        assertThat(after.refresh()).isNotEqualTo(before.refresh());
        assertThat(client.isAccepted(after)).isTrue();
    }

    @Test
    void answersWithTokensAreNotKeptOnTheWay() {
        client.refresh(client.register().refresh())
                .expectHeader()
                .valueMatches(HttpHeaders.CACHE_CONTROL, ".*no-store.*");
    }

    @Test
    void reuseRevokesTheSessionAndAnnouncesIt() {
        var first = client.register();
        var second = tokens(client.refresh(first.refresh()).expectStatus().isOk());
        letTheGracePass(first);

        expectProblem(client.refresh(first.refresh()), 401, "refresh-token-reused");

        expectProblem(client.refresh(second.refresh()), 401, "refresh-token-invalid");
        assertThat(client.isAccepted(second)).isFalse();
        var events =
                KafkaRecords.of(Topics.ACCOUNT_EVENTS)
                        .awaitRecords(2, e -> first.user().id().toString().equals(e.key()));
        assertThat(events.getLast().value())
                .contains("session.revoked", first.sessionId().toString(), "refresh-token-reused");
    }

    @Test
    void tabsThatRefreshAtOnceStayLoggedIn() {
        var person = client.register();
        var http = WebClient.create("http://127.0.0.1:" + port);

        var answers =
                Flux.range(0, 6)
                        .flatMap(
                                _ ->
                                        http.post()
                                                .uri("/api/v1/auth/refresh")
                                                .bodyValue(Map.of("refreshToken", person.refresh()))
                                                .retrieve()
                                                .bodyToMono(Tokens.class),
                                6)
                        .collectList()
                        .block(Duration.ofSeconds(15));

        assertThat(answers).hasSize(6).allMatch(answer -> client.isAccepted(answer));
        tokens(
                client.refresh(Objects.requireNonNull(answers).getLast().refresh())
                        .expectStatus()
                        .isOk());
    }

    @Test
    void whatIsNoRefreshTokenIsInvalid() {
        expectProblem(client.refresh("nonsense"), 401, "refresh-token-invalid");
        expectProblem(
                client.refresh(client.register().accessToken()), 401, "refresh-token-invalid");
        expectProblem(client.post("refresh", Map.of()), 401, "refresh-token-invalid");
        expectProblem(
                client.http().post().uri("/api/v1/auth/refresh").exchange(),
                401,
                "refresh-token-invalid");
    }

    @Test
    void aBrowserKeepsItsTokenInACookieThatScriptsCannotRead() {
        var answer = registerInBrowser(ORIGIN).expectStatus().isCreated();
        answer.expectCookie().httpOnly("tertulia_refresh", true);
        answer.expectCookie().sameSite("tertulia_refresh", "Strict");
        answer.expectCookie().path("tertulia_refresh", "/api/v1/auth");
        answer.expectCookie().secure("tertulia_refresh", false);
        answer.expectCookie().maxAge("tertulia_refresh", Duration.ofDays(30));
        answer.expectBody().jsonPath("$.refreshToken").doesNotExist();
    }

    @Test
    void theCookieIsForTlsOnlyWhenTheGatewaySaysTheBrowserCameByTls() {
        client.http()
                .post()
                .uri("/api/v1/auth/register")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "chat.example.org")
                .bodyValue(inCookie())
                .exchange()
                .expectStatus()
                .isCreated()
                .expectCookie()
                .secure("tertulia_refresh", true);
    }

    @Test
    void aBrowserRefreshesByCookieAndGetsTheNextOne() {
        var cookie = cookie(registerInBrowser(ORIGIN));

        var refreshed = refreshInBrowser(cookie, ORIGIN);

        refreshed.expectStatus().isOk();
        assertThat(cookie(refreshed)).hasSize(43).isNotEqualTo(cookie);
        assertThat(refreshed.returnResult(Tokens.class).getResponseBody().blockFirst())
                .satisfies(tokens -> assertThat(tokens.refreshToken()).isNull());
    }

    @Test
    void theCookieIsNotForPagesOfOthers() {
        var cookie = cookie(registerInBrowser(ORIGIN));

        expectProblem(
                refreshInBrowser(cookie, "https://elsewhere.example.net"),
                403,
                "origin-not-allowed");
        expectProblem(refreshInBrowser(cookie, null), 403, "origin-not-allowed");
        refreshInBrowser(cookie, ORIGIN).expectStatus().isOk();
    }

    @Test
    void aForeignPageCannotLogItsVisitorIn() {
        expectProblem(
                registerInBrowser("https://elsewhere.example.net"), 403, "origin-not-allowed");
    }

    @Test
    void aTokenInTheBodyIsPreferredToTheCookie() {
        var program = client.register();
        var cookie = cookie(registerInBrowser(ORIGIN));

        var answer =
                client.http()
                        .post()
                        .uri("/api/v1/auth/refresh")
                        .cookie("tertulia_refresh", cookie)
                        .bodyValue(Map.of("refreshToken", program.refresh()))
                        .exchange();

        answer.expectStatus().isOk().expectCookie().doesNotExist("tertulia_refresh");
        assertThat(tokens(answer).sessionId()).isEqualTo(program.sessionId());
    }

    @Test
    void loggingOutOfABrowserClearsTheCookie() {
        var registered = registerInBrowser(ORIGIN);
        var cookie = cookie(registered);
        var tokens = tokens(registered);

        expectProblem(
                logout(tokens, cookie, "https://elsewhere.example.net"), 403, "origin-not-allowed");
        logout(tokens, cookie, ORIGIN)
                .expectStatus()
                .isNoContent()
                .expectCookie()
                .maxAge("tertulia_refresh", Duration.ZERO);
        expectProblem(refreshInBrowser(cookie, ORIGIN), 401, "refresh-token-invalid");
    }

    private ResponseSpec logout(Tokens tokens, String cookie, String origin) {
        return client.http()
                .post()
                .uri("/api/v1/auth/logout")
                .header(HttpHeaders.ORIGIN, origin)
                .cookie("tertulia_refresh", cookie)
                .headers(headers -> headers.setBearerAuth(tokens.accessToken()))
                .exchange();
    }

    private ResponseSpec registerInBrowser(String origin) {
        return client.http()
                .post()
                .uri("/api/v1/auth/register")
                .header(HttpHeaders.ORIGIN, origin)
                .bodyValue(inCookie())
                .exchange();
    }

    private static Map<String, Object> inCookie() {
        var body = registration(newHandle());
        body.put("refreshTokenIn", "cookie");
        return body;
    }

    private ResponseSpec refreshInBrowser(String cookie, @Nullable String origin) {
        return client.http()
                .post()
                .uri("/api/v1/auth/refresh")
                .headers(headers -> headers.setOrigin(origin))
                .cookie("tertulia_refresh", cookie)
                .exchange();
    }

    private static String cookie(ResponseSpec answer) {
        var cookie =
                answer.returnResult(Tokens.class).getResponseCookies().getFirst("tertulia_refresh");
        return Objects.requireNonNull(cookie).getValue();
    }

    private void letTheGracePass(Tokens person) {
        database.sql("update sessions set rotated_at = rotated_at - interval '10 s' where id = :id")
                .bind("id", person.sessionId())
                .then()
                .block(Duration.ofSeconds(10));
    }
}

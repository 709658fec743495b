package org.tertulia.auth.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.auth.AuthClient.PASSWORD;
import static org.tertulia.auth.AuthClient.expectProblem;
import static org.tertulia.auth.AuthClient.newHandle;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.auth.AuthClient;
import org.tertulia.auth.AuthServiceTest;
import org.tertulia.contracts.Topics;
import org.tertulia.test.KafkaRecords;
import org.tertulia.test.TestTokens;

@AuthServiceTest
class LoginIT {

    private static final int MAX_ATTEMPTS = 10;

    @Autowired private AuthClient client;

    @Test
    void aPersonLogsInByHandleOrEmailAddressInAnyCase() {
        var handle = newHandle();
        var registered = client.register(handle);

        var byHandle = client.login(handle.toUpperCase(Locale.ROOT));
        var byEmail = client.login(handle + "@EXAMPLE.org");

        assertThat(byHandle.user()).isEqualTo(registered.user());
        assertThat(byEmail.user()).isEqualTo(registered.user());
        assertThat(byHandle.sessionId()).isNotIn(registered.sessionId(), byEmail.sessionId());
    }

    @Test
    void theAccessTokenIsWhatEveryServiceExpects() throws ParseException {
        var tokens = client.register();
        var jwt = SignedJWT.parse(tokens.accessToken());
        var claims = jwt.getJWTClaimsSet();

        assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(jwt.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(jwt.getHeader().getKeyID()).isNotBlank();
        assertThat(claims.getIssuer()).isEqualTo(TestTokens.ISSUER);
        assertThat(claims.getAudience()).containsExactly("tertulia");
        assertThat(claims.getSubject()).isEqualTo(tokens.user().id().toString());
        assertThat(claims.getStringClaim("sid")).isEqualTo(tokens.sessionId().toString());
        assertThat(claims.getStringClaim("preferred_username")).isEqualTo(tokens.user().handle());
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(
                        Duration.between(
                                claims.getIssueTime().toInstant(),
                                claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginGetTheSameAnswer() {
        var handle = newHandle();
        client.register(handle);

        var wrong = failure(handle, "not the password");
        var unknown = failure(newHandle(), "not the password");

        assertThat(wrong).isEqualTo(unknown).contains("invalid-credentials");
    }

    @Test
    void tooManyWrongPasswordsAreRefusedWithoutALook() {
        var handle = newHandle();
        client.register(handle);
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            expectProblem(login(handle, "wrong"), 401, "invalid-credentials");
        }

        var refused = login(handle, PASSWORD);

        refused.expectHeader().exists("Retry-After");
        expectProblem(refused, 429, "too-many-attempts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"login\":\"ana\"}",
                "{\"login\":\" \",\"password\":\"x\"}",
                "{\"login\":null,\"password\":\"x\"}"
            })
    void whatIsMissingIsNamed(String body) {
        var answer =
                client.http()
                        .post()
                        .uri("/api/v1/auth/login")
                        .header("Content-Type", "application/json")
                        .bodyValue(body)
                        .exchange();

        expectProblem(answer, 400, "validation-failed").jsonPath("$.errors[0].field").exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "@", "ana@example.org\u0000", "\uD800"})
    void strangeLoginsAreSimplyUnknown(String login) {
        expectProblem(login(login, "whatever it is"), 401, "invalid-credentials");
    }

    @Test
    void loggingOutEndsTheSessionAndAnnouncesIt() {
        var tokens = client.register();
        client.as(tokens, HttpMethod.POST, "logout").expectStatus().isNoContent();

        expectProblem(client.as(tokens, HttpMethod.GET, "account"), 401, "unauthenticated");
        expectProblem(client.refresh(tokens.refresh()), 401, "refresh-token-invalid");
        var events =
                KafkaRecords.of(Topics.ACCOUNT_EVENTS)
                        .awaitRecords(2, e -> tokens.user().id().toString().equals(e.key()));
        assertThat(events.getLast().value())
                .contains("session.revoked", tokens.sessionId().toString(), "logged-out");
    }

    private String failure(String login, String password) {
        var body = login(login, password).expectBody(Map.class).returnResult().getResponseBody();
        Objects.requireNonNull(body).remove("traceId");
        return body.toString();
    }

    private ResponseSpec login(String login, String password) {
        return client.post("login", Map.of("login", login, "password", password));
    }
}

package org.tertulia.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.auth.account.AccountFixtures;
import org.tertulia.auth.account.Accounts;
import org.tertulia.auth.keys.SigningKeys;
import org.tertulia.contracts.Topics;
import org.tertulia.test.OpenApiContract;
import org.tertulia.test.OutboxContract;
import org.tertulia.test.ProblemContract;
import org.tertulia.test.SecurityContract;
import org.tertulia.test.TestTokens;
import org.tertulia.test.TokenForge;
import reactor.core.publisher.Mono;

/** What every service owes, by the auth service, whose good tokens are its own. */
@AuthServiceTest
class AuthServiceIT implements SecurityContract, ProblemContract, OutboxContract, OpenApiContract {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired private AuthClient people;
    @Autowired private SigningKeys keys;
    @Autowired private Accounts accounts;
    @Autowired private TransactionalOperator transactions;
    @Autowired private DatabaseClient database;

    @Override
    public List<String> securedRequests() {
        return List.of(
                "POST /api/v1/auth/logout",
                "GET /api/v1/auth/account",
                "PUT /api/v1/auth/password",
                "GET /api/v1/auth/sessions",
                "DELETE /api/v1/auth/sessions",
                "DELETE /api/v1/auth/sessions/00000000-0000-7000-8000-000000000001",
                "GET /api/v1/auth/there-is-no-such-path");
    }

    @Override
    public List<String> publicRequests() {
        return List.of(
                "GET /livez",
                "GET /readyz",
                "GET /openapi.yaml",
                "GET /.well-known/jwks.json",
                "POST /api/v1/auth/register",
                "POST /api/v1/auth/login");
    }

    @Override
    public TokenForge tokens() {
        ECKey own = Objects.requireNonNull(keys.signing().block(PATIENCE));
        return new TokenForge(own, TestTokens.ISSUER);
    }

    @Override
    public String pathOfAPost() {
        return "/api/v1/auth/login";
    }

    @Override
    public String authorization() {
        return "Bearer " + people.register().accessToken();
    }

    @Override
    public String outboxTopic() {
        return Topics.ACCOUNT_EVENTS;
    }

    /** Somebody registers. */
    @Override
    public Mono<UUID> change() {
        return Mono.fromSupplier(
                        () -> AccountFixtures.credentials(AuthClient.newHandle(), Instant.now()))
                .delayUntil(accounts::add)
                .as(transactions::transactional)
                .map(credentials -> credentials.account().id().value());
    }

    /** Here a good token is one of an open session. */
    @Test
    @Override
    public void aRequestWithAGoodTokenShouldBeLetIn(@Autowired WebTestClient client) {
        var softly = new SoftAssertions();
        for (var line : securedRequests()) {
            var space = line.indexOf(' ');
            var method = HttpMethod.valueOf(line.substring(0, space));
            var path = line.substring(line.indexOf("/auth/") + "/auth/".length());
            var status =
                    people.as(people.register(), method, path).returnResult(Void.class).getStatus();
            softly.assertThat(status.value()).as(line).isNotEqualTo(401);
        }
        softly.assertAll();
    }

    @Test
    void aBadTokenIsRefusedEvenWhenItsSessionIsOpen(@Autowired WebTestClient client) {
        var person = people.register().user().id();
        var good = tokens().accessToken(person);
        openSession(
                person,
                UUID.nameUUIDFromBytes(person.toString().getBytes(StandardCharsets.US_ASCII)));

        assertThat(status(client, good)).isEqualTo(200);
        tokens().badTokens(person)
                .forEach(
                        (kind, token) -> assertThat(status(client, token)).as(kind).isEqualTo(401));
    }

    @Test
    void tokensOfAnIssuerThatIsNotThisServiceAreRefused(@Autowired WebTestClient client) {
        var person = people.register();

        assertThat(status(client, TestTokens.accessToken(person.user().id(), person.sessionId())))
                .isEqualTo(401);
    }

    private static int status(WebTestClient client, String token) {
        return client.get()
                .uri("/api/v1/auth/account")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private void openSession(UUID person, UUID session) {
        database.sql(
                        """
                        insert into sessions
                            (id, account_id, device_name, created_at, last_used_at, rotated_at)
                        values (:id, :person, 'A device', now(), now(), now())
                        """)
                .bind("id", session)
                .bind("person", person)
                .then()
                .block(PATIENCE);
    }
}

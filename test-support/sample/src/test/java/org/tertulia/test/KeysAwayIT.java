package org.tertulia.test;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** While nobody can tell whether a token is good, it is not called bad. */
@BareTest
@TestPropertySource(
        properties = "tertulia.security.jwk-set-uri=lb://auth-service/.well-known/jwks.json")
class KeysAwayIT {

    @Autowired private WebTestClient client;

    @Test
    void aTokenShouldNotBeCalledBadWhileItsKeysAreAway() {
        var line = "GET /api/v1/faults/boards/%s?depth=1".formatted(FixedIds.id(1));

        var response = Requests.withToken(client, line, TestTokens.accessToken(UUID.randomUUID()));

        Requests.expectProblem(response, 503, "service-unavailable");
    }
}

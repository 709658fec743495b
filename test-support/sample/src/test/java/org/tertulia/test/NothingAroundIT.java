package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A service whose database and broker are away: it is up, and says what it cannot do. */
@BareTest
class NothingAroundIT {

    private static final String BOARD = "/api/v1/boards/%s/notes".formatted(FixedIds.id(1));

    @Autowired private WebTestClient client;

    @Test
    void aServiceShouldStartWithoutDatabaseAndBroker() {
        client.get().uri("/livez").exchange().expectStatus().isOk();
    }

    @Test
    void aRequestThatNeedsTheDatabaseShouldBeTemporarilyUnavailable() {
        var response =
                client.get()
                        .uri(BOARD)
                        .header("Authorization", TestTokens.bearer(UUID.randomUUID()))
                        .exchange();

        response.expectHeader().exists("Retry-After");
        var problem = Requests.expectProblem(response, 503, "service-unavailable");
        assertThat(problem.toString()).doesNotContain("127.0.0.1", "postgres");
    }
}

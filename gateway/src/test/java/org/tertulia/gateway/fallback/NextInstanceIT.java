package org.tertulia.gateway.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.tertulia.gateway.testing.ClosedPort;
import org.tertulia.gateway.testing.Upstream;
import org.tertulia.test.TestTokens;

/** A service of which one instance is not there: another is asked, if that is safe. */
class NextInstanceIT extends OutageApi {

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE"})
    void aRefusedConnectionShouldLeadToTheNextInstance(String method) {
        try (var alive = Upstream.echo("user-service")) {
            register.list("user-service", ClosedPort.refusing(), alive.port());

            for (var i = 0; i < 4; i++) {
                expectAnswer(send(method));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aSilentHostShouldLeadToTheNextInstance(String method) throws Exception {
        try (var silent = ClosedPort.silent();
                var alive = Upstream.echo("user-service")) {
            register.list("user-service", silent.port(), alive.port());

            for (var i = 0; i < 2; i++) {
                expectAnswer(send(method));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void aBrokenConnectionShouldLeadToTheNextInstanceForWhatMayBeRepeated(String method) {
        try (var hangingUp = Upstream.hangingUp();
                var alive = Upstream.echo("user-service")) {
            register.list("user-service", hangingUp.port(), alive.port());

            for (var i = 0; i < 2; i++) {
                expectAnswer(send(method));
            }
        }
    }

    @Test
    void aPostThatMayHaveArrivedShouldNotBeRepeated() {
        try (var hangingUp = Upstream.hangingUp();
                var alive = Upstream.echo("user-service")) {
            register.list("user-service", hangingUp.port(), alive.port());

            var statuses = new HashSet<Integer>();
            for (var i = 0; i < 4; i++) {
                statuses.add(status("POST"));
            }

            assertThat(statuses).containsExactlyInAnyOrder(200, 503);
            assertThat(hangingUp.received()).hasSize(2);
            assertThat(alive.received()).hasSize(2);
        }
    }

    @Test
    void aConditionalPutThatMayHaveArrivedShouldNotBeRepeated() {
        try (var hangingUp = Upstream.hangingUp();
                var alive = Upstream.echo("user-service")) {
            register.list("user-service", hangingUp.port(), alive.port());

            for (var i = 0; i < 2; i++) {
                client.put()
                        .uri("/api/v1/users/me")
                        .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(ANA))
                        .header(HttpHeaders.IF_MATCH, "\"7\"")
                        .bodyValue("{}")
                        .exchange()
                        .expectBody()
                        .returnResult();
            }

            assertThat(hangingUp.received()).hasSize(1);
            assertThat(alive.received()).hasSize(1);
        }
    }

    @Test
    void oneOfTwoInstancesKilledShouldNotBeNoticed() {
        var doomed = Upstream.echo("user-service");
        try (var other = Upstream.echo("user-service")) {
            register.list("user-service", doomed.port(), other.port());
            for (var i = 0; i < 4; i++) {
                expectAnswer(send("GET"));
            }

            doomed.close();
            for (var i = 0; i < 20; i++) {
                expectAnswer(send(i % 2 == 0 ? "GET" : "POST"));
            }
        }
    }
}

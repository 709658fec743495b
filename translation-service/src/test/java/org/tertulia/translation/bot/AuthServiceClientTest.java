package org.tertulia.translation.bot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.tertulia.starter.problem.ProblemException;

class AuthServiceClientTest {

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 422})
    void whatWillBeTheSameNextTimeShouldBeARefusal(int status) {
        assertThat(failure(status))
                .isInstanceOf(BotRefused.class)
                .hasMessageContaining("traductor");
    }

    @Test
    void tooOftenShouldPassWithTime() {
        assertThat(failure(429)).isInstanceOf(ProblemException.class);
    }

    private static RuntimeException failure(int status) {
        var refusal =
                WebClientResponseException.create(
                        status, "No", HttpHeaders.EMPTY, new byte[0], null);
        return AuthServiceClient.failure("traductor", refusal);
    }
}

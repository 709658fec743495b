package org.tertulia.auth.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {

    @Test
    void aTokenHas256RandomBits() {
        var token = RefreshToken.random();

        assertThat(Base64.getUrlDecoder().decode(token.value())).hasSize(32);
        assertThat(RefreshToken.random().value()).isNotEqualTo(token.value());
    }

    @Test
    void aTokenThatComesBackHasTheSameHash() {
        var token = RefreshToken.random();

        assertThat(RefreshToken.parse(token.value()))
                .hasValueSatisfying(
                        parsed -> assertThat(parsed.hash()).isEqualTo(token.hash()).hasSize(32));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "w0pOoFq0W7nW3ZxJbqkJm0m9V1y2Qb8u5sH6tR4eN3I=",
                "w0pOoFq0W7nW3ZxJbqkJm0m9V1y2Qb8u5sH6tR4eN+I"
            })
    void whatCannotBeATokenIsNone(String text) {
        assertThat(RefreshToken.parse(text)).isEmpty();
    }

    @Test
    void aTokenStaysOutOfLogs() {
        var token = RefreshToken.random();

        assertThat(token.toString()).doesNotContain(token.value());
    }
}

package org.tertulia.starter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import reactor.core.publisher.Mono;

class TokenMemoryTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");
    private static final Instant END = NOW.plus(Duration.ofMinutes(5));

    private final List<String> checked = new ArrayList<>();
    private final JwtTimestampValidator rules = new JwtTimestampValidator(Duration.ZERO);
    private TokenMemory memory;

    @BeforeEach
    void begin() {
        at(NOW);
        memory = new TokenMemory(this::check, rules);
    }

    @Test
    void aGoodTokenShouldBeCheckedOnce() {
        var first = decode("good");

        assertThat(decode("good")).isSameAs(first);
        assertThat(checked).containsExactly("good");
    }

    @Test
    void eachTokenShouldBeCheckedForItself() {
        decode("good");

        assertThat(decode("good too").getTokenValue()).isEqualTo("good too");
        assertThat(checked).containsExactly("good", "good too");
    }

    @Test
    void aBadTokenShouldBeRefusedEachTime() {
        assertRefused("bad");
        assertRefused("bad");

        assertThat(checked).containsExactly("bad", "bad");
    }

    @Test
    void aTokenThatHasEndedSinceShouldBeRefused() {
        decode("good");

        at(END.plusSeconds(1));

        assertRefused("good");
    }

    private Mono<Jwt> check(String token) {
        checked.add(token);
        var jwt =
                Jwt.withTokenValue(token)
                        .header("alg", "ES256")
                        .issuedAt(NOW)
                        .expiresAt(END)
                        .build();
        return token.startsWith("good") && !rules.validate(jwt).hasErrors()
                ? Mono.just(jwt)
                : Mono.error(new BadJwtException(token));
    }

    private void assertRefused(String token) {
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decode(token));
    }

    private Jwt decode(String token) {
        return Objects.requireNonNull(memory.decode(token).block(Duration.ofSeconds(5)));
    }

    private void at(Instant time) {
        rules.setClock(Clock.fixed(time, ZoneOffset.UTC));
    }
}

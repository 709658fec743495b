package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.security.AccessTokens;
import reactor.core.publisher.Mono;

/** Where keys come from, change, and are away. */
@BareTest
class KeysIT {

    private static final UUID PERSON = FixedIds.id(7);
    private static final TokenForge FIRST = TokenForge.withNewKey("first", TestTokens.ISSUER);
    private static final JwksServer KEYS = JwksServer.publishing(FIRST.publicKeys());

    @Autowired private WebTestClient client;
    @Autowired private AccessTokens tokens;

    @DynamicPropertySource
    static void whereTheKeysAre(DynamicPropertyRegistry properties) {
        properties.add("tertulia.security.jwk-set-uri", KEYS.uri()::toString);
    }

    @Test
    void aNewKeyShouldBeFoundWithoutARestartAndTheOldOneStayGood() {
        get(FIRST.accessToken(PERSON)).expectStatus().isNoContent();

        var second = TokenForge.withNewKey("second", TestTokens.ISSUER);
        KEYS.replace(both(FIRST, second));

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> get(second.accessToken(PERSON)).expectStatus().isNoContent());
        get(FIRST.accessToken(PERSON)).expectStatus().isNoContent();
    }

    static Stream<String> badTokens() {
        return FIRST.badTokens(PERSON).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aTokenOfASocketShouldBeHeldToTheSameRules(String kind) {
        var bad = Objects.requireNonNull(FIRST.badTokens(PERSON).get(kind));

        var failure =
                tokens.verify(bad)
                        .map(verified -> "taken as " + verified.actor())
                        .onErrorResume(ProblemException.class, e -> Mono.just(e.type().slug()))
                        .block(Duration.ofSeconds(5));

        assertThat(failure).isEqualTo("unauthenticated");
    }

    @Test
    void aVerifiedTokenShouldTellWhoItIs() {
        var session = UUID.randomUUID();

        var verified =
                Objects.requireNonNull(
                        tokens.verify(FIRST.accessToken(PERSON, session, "ana"))
                                .block(Duration.ofSeconds(5)));

        assertThat(verified.actor().userId().value()).isEqualTo(PERSON);
        assertThat(verified.actor().sessionId().value()).isEqualTo(session);
        assertThat(verified.actor().handle()).isEqualTo("ana");
    }

    private ResponseSpec get(String token) {
        return Requests.withToken(
                client, "GET /api/v1/faults/boards/%s?depth=1".formatted(FixedIds.id(1)), token);
    }

    private static JWKSet both(TokenForge one, TokenForge other) {
        List<JWK> keys = new ArrayList<>(one.publicKeys().getKeys());
        keys.addAll(other.publicKeys().getKeys());
        return new JWKSet(keys);
    }
}

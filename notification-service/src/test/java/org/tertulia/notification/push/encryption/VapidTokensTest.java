package org.tertulia.notification.push.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.tertulia.notification.config.PushProperties;
import org.tertulia.starter.egress.WebAddress;
import org.tertulia.test.MutableClock;
import org.tertulia.test.PostgresExtension;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VapidTokensTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private final MutableClock clock = MutableClock.atNoon();

    private static PushProperties properties(String key) {
        var keys = Map.of("p.key-encryption-key", key, "p.contact", "mailto:ana@example.org");
        return new Binder(new MapConfigurationPropertySource(keys))
                .bind("p", PushProperties.class)
                .get();
    }

    private VapidKeys keys(String key) {
        var stored =
                new VapidKeyRepository(
                        postgres.databaseClient(), properties(key), Schedulers.boundedElastic());
        return new VapidKeys(stored, clock);
    }

    private VapidTokens tokens() {
        return new VapidTokens(
                keys(KEY), properties(KEY), JSON, clock, Schedulers.boundedElastic());
    }

    private static String authorization(VapidTokens tokens, String endpoint) {
        return tokens.authorization(WebAddress.parse(endpoint).orElseThrow()).block(PATIENCE);
    }

    private static JsonNode verified(String authorization) throws Exception {
        assertThat(authorization).startsWith("vapid t=");
        var key = authorization.substring(authorization.indexOf(", k=") + 4);
        var token = authorization.substring("vapid t=".length(), authorization.indexOf(", k="));
        var parts = List.of(token.split("\\."));
        var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(P256.publicKey(Base64.getUrlDecoder().decode(key)));
        verifier.update((parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(Base64.getUrlDecoder().decode(parts.get(2)))).isTrue();
        return JSON.readTree(Base64.getUrlDecoder().decode(parts.get(1)));
    }

    @Test
    void aTokenShouldBeForTheOriginWithItsPort() throws Exception {
        var tokens = tokens();
        var claims = verified(authorization(tokens, "https://push.example:8443/send/a?b"));
        assertThat(claims.path("aud").asString()).isEqualTo("https://push.example:8443");
        assertThat(claims.path("sub").asString()).isEqualTo("mailto:ana@example.org");
        assertThat(claims.path("exp").asLong())
                .isBetween(
                        clock.instant().getEpochSecond(),
                        clock.instant().plus(Duration.ofHours(24)).getEpochSecond());
        var usual = verified(authorization(tokens, "https://push.example:443/send/a"));
        assertThat(usual.path("aud").asString()).isEqualTo("https://push.example");
    }

    @Test
    void aTokenShouldServeItsPushServiceAgain() {
        var tokens = tokens();
        assertThat(authorization(tokens, "https://push.example/a"))
                .isEqualTo(authorization(tokens, "https://push.example/b"));
    }

    @Test
    void allInstancesShouldHaveTheSameKey() {
        var made =
                Flux.range(0, 8)
                        .flatMap(instance -> keys(KEY).publicKey())
                        .distinct()
                        .collectList()
                        .block(PATIENCE);
        assertThat(made).hasSize(1);
    }

    @Test
    void thePrivateKeyShouldNotLieInTheDatabaseAsItIs() {
        keys(KEY).publicKey().block(PATIENCE);
        var other = keys("ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=");
        assertThatThrownBy(() -> other.publicKey().block(PATIENCE))
                .isInstanceOf(VapidKeysSealed.class)
                .hasMessageContaining("TERTULIA_PUSH_KEY_ENCRYPTION_KEY");
    }
}

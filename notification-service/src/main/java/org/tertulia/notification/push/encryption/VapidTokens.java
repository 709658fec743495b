package org.tertulia.notification.push.encryption;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tertulia.notification.config.PushProperties;
import org.tertulia.starter.egress.WebAddress;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/** Says to push services who sends (RFC 8292). One token serves a push service for hours. */
@Component
public final class VapidTokens {

    /** Push services whose tokens are kept; there are a handful, and those that people run themselves. */
    private static final int MAX_AUDIENCES = 200;

    /** At most 24 hours (RFC 8292, section 2). */
    private static final Duration GOOD_FOR = Duration.ofHours(12);

    private static final Duration KEPT_FOR = Duration.ofHours(6);
    private static final String HEADER = encoded("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");

    private final VapidKeys keys;
    private final PushProperties properties;
    private final JsonMapper json;
    private final Clock clock;
    private final Scheduler pushCrypto;
    private final Cache<String, String> tokens =
            Caffeine.newBuilder().maximumSize(MAX_AUDIENCES).expireAfterWrite(KEPT_FOR).build();

    VapidTokens(
            VapidKeys keys,
            PushProperties properties,
            JsonMapper json,
            Clock clock,
            Scheduler pushCrypto) {
        this.keys = keys;
        this.properties = properties;
        this.json = json;
        this.clock = clock;
        this.pushCrypto = pushCrypto;
    }

    /** The header {@code Authorization} for a push service; what it is good for is the origin, with its port. */
    public Mono<String> authorization(WebAddress endpoint) {
        var audience = endpoint.origin();
        return keys.keys()
                .flatMap(
                        own ->
                                token(audience, own)
                                        .map(
                                                token ->
                                                        "vapid t=%s, k=%s"
                                                                .formatted(token, own.text())));
    }

    private Mono<String> token(String audience, VapidKeyPair own) {
        return Mono.justOrEmpty(tokens.getIfPresent(audience))
                .switchIfEmpty(
                        Mono.fromCallable(() -> signed(audience, own))
                                .subscribeOn(pushCrypto)
                                .doOnNext(token -> tokens.put(audience, token)));
    }

    private String signed(String audience, VapidKeyPair own) throws GeneralSecurityException {
        var claims =
                Map.of(
                        "aud",
                        audience,
                        "exp",
                        clock.instant().plus(GOOD_FOR).getEpochSecond(),
                        "sub",
                        properties.contact());
        var content = HEADER + "." + encoded(json.writeValueAsString(claims));
        // JOSE wants r and s one after the other, not the ASN.1 that is usual elsewhere.
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(own.privateKey());
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + encoded(signature.sign());
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package org.tertulia.starter.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Decodes a token that was found good a moment ago without checking its signature again: people send the same token
 * with each request, and the check costs 1 ms, or 2.5 ms where only the first compiler runs (measured). What the token
 * says is held to the rules each time, the time of its end included.
 *
 * <p>Only good tokens are remembered, so that nobody can fill the memory with what they made up; what is not remembered,
 * bad tokens among it, goes to the decoder behind.
 */
final class TokenMemory implements ReactiveJwtDecoder {

    /** Of the people who are busy at the same time; some kilobytes each. Guessed. */
    private static final int MOST = 1_000;

    /** For so long after its first use a token stays good whose key is withdrawn. */
    private static final Duration KEEP = Duration.ofMinutes(1);

    private final ReactiveJwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> rules;
    private final Cache<String, Jwt> good =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEEP).build();

    /**
     * Remembers what a decoder found good.
     *
     * @param decoder checks all, the rules included
     * @param rules what must hold of a token beside its signature
     */
    TokenMemory(ReactiveJwtDecoder decoder, OAuth2TokenValidator<Jwt> rules) {
        this.decoder = decoder;
        this.rules = rules;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return Mono.defer(() -> Mono.justOrEmpty(remembered(token)))
                .switchIfEmpty(Mono.defer(() -> decoded(token)));
    }

    private @Nullable Jwt remembered(String token) {
        var jwt = good.getIfPresent(token);
        return jwt == null || rules.validate(jwt).hasErrors() ? null : jwt;
    }

    private Mono<Jwt> decoded(String token) {
        return decoder.decode(token).doOnNext(jwt -> good.put(token, jwt));
    }
}

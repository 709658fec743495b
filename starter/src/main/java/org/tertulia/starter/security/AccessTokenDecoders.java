package org.tertulia.starter.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.client.WebClient;
import org.tertulia.starter.id.SessionId;
import org.tertulia.starter.id.UserId;

/**
 * Decoders for access tokens: ES256 only, typ {@code at+jwt} only, our issuer, our audience, not
 * expired, and naming a person and a session (RFC 8725; RFC 9068, section 4).
 */
public final class AccessTokenDecoders {

    /** What clocks of machines that are kept in step may differ by. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    private AccessTokenDecoders() {}

    /**
     * A decoder that reads the keys from {@code jwkSetUri} by {@code client}, and again for an unknown key id. The
     * signature of a token that it found good is not checked again within a minute.
     */
    public static ReactiveJwtDecoder remote(
            String jwkSetUri, WebClient client, SecurityProperties properties, Clock clock) {
        var decoder =
                NimbusReactiveJwtDecoder.withJwkSetUri(jwkSetUri)
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .webClient(client.mutate().filter(new BoundedKeyFetch()).build())
                        .jwtProcessorCustomizer(
                                processor ->
                                        processor.setJWSTypeVerifier(
                                                new DefaultJOSEObjectTypeVerifier<>(
                                                        new JOSEObjectType(
                                                                AccessTokenClaims.TYPE))))
                        .build();
        var rules = validator(properties, clock);
        decoder.setJwtValidator(rules);
        return new TokenMemory(
                token ->
                        decoder.decode(token)
                                .onErrorMap(
                                        IllegalStateException.class,
                                        AccessTokenDecoders::keysAreAway),
                rules);
    }

    /** The decoder's word for keys it can not fetch would pass for a fault of ours. */
    private static JwtException keysAreAway(IllegalStateException error) {
        return new JwtException("The keys to check the token are away", error);
    }

    /** What every access token must fulfil beside its signature. */
    public static OAuth2TokenValidator<Jwt> validator(SecurityProperties properties, Clock clock) {
        var timestamps = new JwtTimestampValidator(CLOCK_SKEW);
        timestamps.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                List.of(
                        timestamps,
                        new JwtClaimValidator<Object>(JwtClaimNames.EXP, exp -> exp != null),
                        new JwtIssuerValidator(properties.issuer()),
                        new JwtClaimValidator<List<String>>(
                                JwtClaimNames.AUD,
                                aud -> aud != null && aud.contains(properties.audience())),
                        new JwtClaimValidator<String>(
                                JwtClaimNames.SUB, AccessTokenDecoders::isUser),
                        new JwtClaimValidator<String>(
                                AccessTokenClaims.SESSION, AccessTokenDecoders::isSession),
                        new JwtClaimValidator<String>(
                                AccessTokenClaims.HANDLE, handle -> handle != null)));
    }

    private static boolean isUser(@org.jspecify.annotations.Nullable String text) {
        try {
            return text != null && UserId.valueOf(text).value().version() > 0;
        } catch (IllegalArgumentException notAnId) {
            return false;
        }
    }

    private static boolean isSession(@org.jspecify.annotations.Nullable String text) {
        try {
            return text != null && SessionId.valueOf(text).value().version() > 0;
        } catch (IllegalArgumentException notAnId) {
            return false;
        }
    }
}

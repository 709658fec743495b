package org.tertulia.starter.security;

import java.util.Objects;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Mono;

/** Verifies access tokens that do not come in an HTTP header, such as those sent on a WebSocket. */
public final class AccessTokens {

    private final ReactiveJwtDecoder decoder;

    AccessTokens(ReactiveJwtDecoder decoder) {
        this.decoder = decoder;
    }

    /**
     * The token, verified by the same rules as an HTTP request's. Fails with a {@link
     * ProblemException}: unauthenticated when it is not valid, service-unavailable when the keys to
     * check it can not be had.
     */
    public Mono<VerifiedToken> verify(String token) {
        return decoder.decode(token).map(AccessTokens::verified).onErrorMap(AccessTokens::problem);
    }

    private static VerifiedToken verified(Jwt jwt) {
        return new VerifiedToken(
                Actor.of(jwt),
                Objects.requireNonNull(jwt.getExpiresAt()),
                new CallerToken(jwt.getTokenValue()));
    }

    private static Throwable problem(Throwable error) {
        if (error instanceof BadJwtException || error instanceof IllegalArgumentException) {
            return new ProblemException(
                    ProblemTypes.UNAUTHENTICATED, "The access token is not valid.");
        }
        if (error instanceof JwtException) {
            return new ProblemException(
                    ProblemTypes.SERVICE_UNAVAILABLE, "The keys to check the token are away.");
        }
        return error;
    }
}

package org.tertulia.auth.tokens;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.time.Clock;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import org.tertulia.auth.keys.SigningKeys;
import org.tertulia.auth.sessions.Sessions;
import org.tertulia.starter.security.AccessTokenClaims;
import org.tertulia.starter.security.AccessTokenDecoders;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.SecurityProperties;
import reactor.core.publisher.Mono;

/**
 * Verifies access tokens by the rules every service has, with two differences: the keys are this
 * service's own, so that it needs neither itself nor anybody else to be reachable; and the session must
 * still be open, so that what guards accounts does not honour a revoked session for five minutes more.
 */
@Component
class OwnTokenDecoder implements ReactiveJwtDecoder {

    private final Sessions sessions;
    private final ReactiveJwtDecoder decoder;

    OwnTokenDecoder(
            SigningKeys keys, Sessions sessions, SecurityProperties properties, Clock clock) {
        this.sessions = sessions;
        this.decoder = decoder(keys, properties, clock);
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return decoder.decode(token)
                .filterWhen(this::isOfOpenSession)
                .switchIfEmpty(Mono.error(() -> new BadJwtException("The session is over")));
    }

    private Mono<Boolean> isOfOpenSession(Jwt token) {
        var actor = Actor.of(token);
        return sessions.isOpen(actor.userId(), actor.sessionId());
    }

    private static ReactiveJwtDecoder decoder(
            SigningKeys keys, SecurityProperties properties, Clock clock) {
        var type = new JOSEObjectType(AccessTokenClaims.TYPE);
        var decoder =
                NimbusReactiveJwtDecoder.withJwkSource(
                                token -> keys.published().flatMapIterable(published -> published))
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .jwtProcessorCustomizer(
                                processor ->
                                        processor.setJWSTypeVerifier(
                                                new DefaultJOSEObjectTypeVerifier<>(type)))
                        .build();
        decoder.setJwtValidator(AccessTokenDecoders.validator(properties, clock));
        return decoder;
    }
}

package org.tertulia.auth.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.util.Date;
import org.springframework.stereotype.Component;
import org.tertulia.auth.account.Account;
import org.tertulia.auth.keys.KeyProperties;
import org.tertulia.auth.keys.SigningKeys;
import org.tertulia.auth.sessions.OpenSession;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.security.AccessTokenClaims;
import org.tertulia.starter.security.SecurityProperties;
import reactor.core.publisher.Mono;

/**
 * Signs access tokens: ES256, type {@code at+jwt}, with the claims of RFC 9068 that the suite uses. A
 * signature takes a fraction of a millisecond and is made on the calling thread.
 */
@Component
public class AccessTokenIssuing {

    private final SigningKeys keys;
    private final SecurityProperties security;
    private final KeyProperties properties;
    private final IdGenerator ids;
    private final Clock clock;

    AccessTokenIssuing(
            SigningKeys keys,
            SecurityProperties security,
            KeyProperties properties,
            IdGenerator ids,
            Clock clock) {
        this.keys = keys;
        this.security = security;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    /** An access token for this session, beside the refresh token it has already. */
    public Mono<IssuedTokens> issue(Account account, OpenSession session) {
        return keys.signing()
                .map(key -> sign(key, claims(account, session)))
                .map(
                        token ->
                                new IssuedTokens(
                                        token, properties.tokenLifetime(), account, session));
    }

    private JWTClaimsSet claims(Account account, OpenSession session) {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(security.issuer())
                .audience(security.audience())
                .subject(account.id().toString())
                .claim(AccessTokenClaims.SESSION, session.id().toString())
                .claim(AccessTokenClaims.HANDLE, account.handle().value())
                .jwtID(ids.next().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(properties.tokenLifetime())))
                .build();
    }

    private static String sign(ECKey key, JWTClaimsSet claims) {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType(AccessTokenClaims.TYPE))
                        .keyID(key.getKeyID())
                        .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("An access token could not be signed", e);
        }
        return token.serialize();
    }
}

package org.tertulia.test;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Makes access tokens with one key: good ones, and one of each bad kind. Times are the system clock's.
 *
 * <p>Every token differs from a good one in one thing only. The good one of a person and a session is the same for some
 * time, as it is for a client: making one costs as much as many a request.
 */
public final class TokenForge {

    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final String AUDIENCE = "tertulia";

    /** Well below their lifetime: a test that takes long still has minutes left. */
    private static final Duration GIVEN_AGAIN = Duration.ofMinutes(1);

    private static final int MOST_GIVEN = 1_000;

    private final ECKey key;
    private final String issuer;
    private final Cache<Bearer, String> given =
            Caffeine.newBuilder().maximumSize(MOST_GIVEN).expireAfterWrite(GIVEN_AGAIN).build();

    /** Whose a good token is. */
    private record Bearer(UUID userId, UUID sessionId, String handle) {}

    /** Signs with this private key in the name of this issuer. */
    public TokenForge(ECKey key, String issuer) {
        this.key = key;
        this.issuer = issuer;
    }

    /** A forge with a new ES256 key. */
    public static TokenForge withNewKey(String keyId, String issuer) {
        return new TokenForge(newKey(keyId), issuer);
    }

    /** The public half of the key, as an issuer publishes it. */
    public JWKSet publicKeys() {
        return new JWKSet((JWK) key.toPublicJWK());
    }

    /** A good token of this person, in a session of their own that is the same for every call. */
    public String accessToken(UUID userId) {
        return accessToken(userId, sessionOf(userId));
    }

    /** A good token. The handle is {@code user-} and the first eight digits of the user id's random part. */
    public String accessToken(UUID userId, UUID sessionId) {
        return accessToken(userId, sessionId, handleOf(userId));
    }

    /** A good token with a handle. */
    public String accessToken(UUID userId, UUID sessionId, String handle) {
        return given.get(new Bearer(userId, sessionId, handle), this::newToken);
    }

    private String newToken(Bearer bearer) {
        var claims =
                claims(bearer.userId(), bearer.sessionId())
                        .claim("preferred_username", bearer.handle())
                        .build();
        return sign(claims, ACCESS_TOKEN, key);
    }

    /** Good until this moment, and issued as long before it as all are. */
    public String accessTokenUntil(UUID userId, UUID sessionId, Instant expiresAt) {
        var claims =
                claims(userId, sessionId)
                        .issueTime(Date.from(expiresAt.minus(LIFETIME)))
                        .expirationTime(Date.from(expiresAt))
                        .build();
        return sign(claims, ACCESS_TOKEN, key);
    }

    /** Expired an hour ago. */
    public String expired(UUID userId) {
        var ended = Instant.now().minus(Duration.ofHours(1));
        return changed(
                userId,
                claims ->
                        claims.issueTime(Date.from(ended.minus(LIFETIME)))
                                .expirationTime(Date.from(ended)));
    }

    /** Signed with a key that was never published, under the key id of the published one. */
    public String ofAnotherKey(UUID userId) {
        return sign(
                claims(userId, sessionOf(userId)).build(), ACCESS_TOKEN, newKey(key.getKeyID()));
    }

    /** Not signed: {@code alg: none}. */
    public String unsigned(UUID userId) {
        var header = new PlainHeader.Builder().type(ACCESS_TOKEN).build();
        return new PlainJWT(header, claims(userId, sessionOf(userId)).build()).serialize();
    }

    /** Signed by HMAC, with the public key as the secret (RFC 8725, 2.1). */
    public String signedWithThePublicKeyAsSecret(UUID userId) {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(ACCESS_TOKEN)
                        .keyID(key.getKeyID())
                        .build();
        var token = new SignedJWT(header, claims(userId, sessionOf(userId)).build());
        var secret = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        try {
            token.sign(new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** Meant for somebody else. */
    public String wrongAudience(UUID userId) {
        return changed(userId, claims -> claims.audience("another-suite"));
    }

    /** In the name of another issuer. */
    public String wrongIssuer(UUID userId) {
        return changed(userId, claims -> claims.issuer("https://somebody.else.example"));
    }

    /** Of type {@code JWT}, such as an ID token is, and not an access token (RFC 9068, 4). */
    public String wrongType(UUID userId) {
        return sign(claims(userId, sessionOf(userId)).build(), JOSEObjectType.JWT, key);
    }

    /** Good, but for its last signature character but one. */
    public String tampered(UUID userId) {
        var token = accessToken(userId);
        var at = token.length() - 10;
        var other = token.charAt(at) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }

    /** Every bad kind by its name, for tests that try them all. */
    public Map<String, String> badTokens(UUID userId) {
        return Map.of(
                "expired", expired(userId),
                "of another key", ofAnotherKey(userId),
                "unsigned", unsigned(userId),
                "signed with the public key as secret", signedWithThePublicKeyAsSecret(userId),
                "wrong audience", wrongAudience(userId),
                "wrong issuer", wrongIssuer(userId),
                "wrong type", wrongType(userId),
                "tampered", tampered(userId),
                "not a token", "not-a-token");
    }

    private String changed(UUID userId, UnaryOperator<JWTClaimsSet.Builder> change) {
        var claims = change.apply(claims(userId, sessionOf(userId))).build();
        return sign(claims, ACCESS_TOKEN, key);
    }

    private JWTClaimsSet.Builder claims(UUID userId, UUID sessionId) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject(userId.toString())
                .claim("sid", sessionId.toString())
                .claim("preferred_username", handleOf(userId))
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)));
    }

    static String handleOf(UUID userId) {
        return "user-%08x".formatted((int) userId.getLeastSignificantBits());
    }

    private static UUID sessionOf(UUID userId) {
        return UUID.nameUUIDFromBytes(userId.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static String sign(JWTClaimsSet claims, JOSEObjectType type, ECKey key) {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static ECKey newKey(String keyId) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(keyId)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}

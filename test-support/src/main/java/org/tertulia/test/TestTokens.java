package org.tertulia.test;

import java.net.URI;
import java.util.UUID;

/**
 * Access tokens that a service under {@link ServiceTest} accepts, and bad ones of each kind that it must refuse. The
 * key that signs them is published on the loopback address for as long as the JVM lives.
 */
public final class TestTokens {

    /** The issuer that services under test are told to trust. */
    public static final String ISSUER = "https://tertulia.test";

    private static final TokenForge FORGE = TokenForge.withNewKey("test-key", ISSUER);

    private TestTokens() {}

    /** The forge behind the methods here. */
    public static TokenForge forge() {
        return FORGE;
    }

    /** Where the public key is published as a JWK set. */
    public static URI jwksUri() {
        return Keys.SERVER.uri();
    }

    /** {@link TokenForge#accessToken(UUID)}. */
    public static String accessToken(UUID userId) {
        return FORGE.accessToken(userId);
    }

    /** {@link TokenForge#accessToken(UUID, UUID)}. */
    public static String accessToken(UUID userId, UUID sessionId) {
        return FORGE.accessToken(userId, sessionId);
    }

    /** {@link TokenForge#accessToken(UUID, UUID, String)}. */
    public static String accessToken(UUID userId, UUID sessionId, String handle) {
        return FORGE.accessToken(userId, sessionId, handle);
    }

    /** The value of an {@code Authorization} header with a good token. */
    public static String bearer(UUID userId) {
        return "Bearer " + accessToken(userId);
    }

    /** The second WebSocket subprotocol with a good token, as browsers send it. */
    public static String bearerSubprotocol(UUID userId) {
        return "bearer." + accessToken(userId);
    }

    /** {@link TokenForge#expired}. */
    public static String expired(UUID userId) {
        return FORGE.expired(userId);
    }

    /** {@link TokenForge#ofAnotherKey}. */
    public static String ofAnotherKey(UUID userId) {
        return FORGE.ofAnotherKey(userId);
    }

    /** {@link TokenForge#unsigned}. */
    public static String unsigned(UUID userId) {
        return FORGE.unsigned(userId);
    }

    /** {@link TokenForge#wrongAudience}. */
    public static String wrongAudience(UUID userId) {
        return FORGE.wrongAudience(userId);
    }

    /** {@link TokenForge#wrongIssuer}. */
    public static String wrongIssuer(UUID userId) {
        return FORGE.wrongIssuer(userId);
    }

    /** {@link TokenForge#wrongType}. */
    public static String wrongType(UUID userId) {
        return FORGE.wrongType(userId);
    }

    private static final class Keys {
        private static final JwksServer SERVER = JwksServer.publishing(FORGE.publicKeys());
    }
}

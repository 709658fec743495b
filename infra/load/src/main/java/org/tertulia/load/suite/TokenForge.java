package org.tertulia.load.suite;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.tertulia.load.client.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes tokens that differ from a good one in one thing only, which is what each {@link Kind} says.
 */
final class TokenForge {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Consumer<ObjectNode> AS_IT_IS = it -> {};

    private final SigningKey key;

    /** Signs with the suite's own key. */
    TokenForge(SigningKey key) {
        this.key = key;
    }

    /** What can be wrong with a token. */
    enum Kind {
        MISSING,
        EXPIRED,
        OF_ANOTHER_KEY,
        ALG_NONE,
        SIGNED_WITH_THE_PUBLIC_KEY_AS_SECRET,
        WRONG_AUDIENCE,
        WRONG_ISSUER,
        WRONG_TYPE,
        WITHOUT_SESSION,
        TAMPERED,
        NOT_A_TOKEN;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    /** A bad token of a kind, made from a good one; null when it is to be missing. */
    @Nullable String bad(Kind kind, String good) throws GeneralSecurityException {
        return switch (kind) {
            case MISSING -> null;
            case EXPIRED -> signed(good, AS_IT_IS, TokenForge::expire);
            case OF_ANOTHER_KEY -> new TokenForge(anotherKey()).copy(good);
            case ALG_NONE -> content(good, it -> it.put("alg", "none"), AS_IT_IS) + ".";
            case SIGNED_WITH_THE_PUBLIC_KEY_AS_SECRET -> withPublicKeyAsSecret(good);
            case WRONG_AUDIENCE -> signed(good, AS_IT_IS, it -> it.put("aud", "another-suite"));
            case WRONG_ISSUER ->
                    signed(good, AS_IT_IS, it -> it.put("iss", "https://somebody.else.example"));
            case WRONG_TYPE -> signed(good, it -> it.put("typ", "JWT"), AS_IT_IS);
            case WITHOUT_SESSION -> signed(good, AS_IT_IS, it -> it.remove("sid"));
            case TAMPERED -> tampered(good);
            case NOT_A_TOKEN -> "not-a-token";
        };
    }

    /** The same token with a signature of this forge: good, when the key is. */
    String copy(String good) throws GeneralSecurityException {
        return signed(good, AS_IT_IS, AS_IT_IS);
    }

    private String signed(
            String good, Consumer<ObjectNode> headerChange, Consumer<ObjectNode> claimChange)
            throws GeneralSecurityException {
        var content = content(good, headerChange, claimChange);
        return content + "." + ENCODER.encodeToString(key.sign(content));
    }

    private String withPublicKeyAsSecret(String good) throws GeneralSecurityException {
        var content = content(good, it -> it.put("alg", "HS256"), AS_IT_IS);
        var secret = key.publicJwk().getBytes(StandardCharsets.UTF_8);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        var code = mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + ENCODER.encodeToString(code);
    }

    private static void expire(ObjectNode claims) {
        var ended = Instant.now().minus(Duration.ofMinutes(1));
        claims.put("iat", ended.minus(Duration.ofMinutes(5)).getEpochSecond());
        claims.put("exp", ended.getEpochSecond());
    }

    private static String tampered(String good) {
        var at = good.length() - 10;
        var other = good.charAt(at) == 'A' ? 'B' : 'A';
        return good.substring(0, at) + other + good.substring(at + 1);
    }

    private SigningKey anotherKey() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return new SigningKey(key.kid(), key.publicJwk(), generator.generateKeyPair().getPrivate());
    }

    private static String content(
            String good, Consumer<ObjectNode> headerChange, Consumer<ObjectNode> claimChange) {
        var parts = good.split("\\.", -1);
        return part(parts[0], headerChange) + "." + part(parts[1], claimChange);
    }

    private static String part(String encoded, Consumer<ObjectNode> change) {
        var json = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
        var object = Json.tree(json).asObject();
        change.accept(object);
        return ENCODER.encodeToString(object.toString().getBytes(StandardCharsets.UTF_8));
    }
}
